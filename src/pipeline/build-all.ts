import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { standardInput } from "../model/imported.ts";
import type { World } from "../model/world.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import type { Step } from "./build-publication.ts";
import type { BuildRequest } from "./build-request.ts";
import type { Built } from "./built.ts";
import { findSources } from "./find-sources.ts";
import { finishAll } from "./finish.ts";
import { openHelpers } from "./helpers.ts";
import { makePublication } from "./make-publication.ts";
import { noTimer } from "./profile.ts";
import { ofShard } from "./shard.ts";
import { type SharedBrowser, withBrowser } from "./share-browser.ts";

/** Finds, then builds the publications, several at a time. Diagnostics keep the order of the sources. */
export async function buildAll(world: World, request: BuildRequest, browser: SharedBrowser): Promise<Outcome<Built[]>> {
  const { signal, time = noTimer } = request;
  const { config } = request;
  const root = request.root ?? config.root;
  const found = await time("find the sources", () =>
    findSources(world, request.sources, {
      root,
      from: request.from,
      shared: config.shared,
      styles: config.import?.styles,
    }),
  );
  signal?.throwIfAborted();
  if (!found.ok) return found;
  const sources = ofShard(found.value, request.shard);
  const shared = withBrowser(world, browser.open);
  const progress = progressOf(sources, request);
  const work = request.sources.includes(standardInput) ? undefined : request.shared;
  const lanes = work ? sources.length : jobsFor(world, request);
  const helpers = work
    ? await (await import("./workers/build-by-workers.ts")).openWorkers(world, request, sources, work)
    : openHelpers(world, request, sources.length, lanes);
  const close = (): void => void Promise.all([browser.close(), helpers.end()]);
  signal?.addEventListener("abort", close);
  try {
    let unfinished: Outcome<never> | undefined;
    const outcomes = await inLanes(sources, lanes, async (source, index, lane) => {
      signal?.throwIfAborted();
      // The next one could not be written either.
      if (unfinished) return unfinished;
      const step: Step = (what, fraction) => progress(index, what, fraction);
      const makeInHelper = () => helpers.make(lane, source, step);
      const made = await makePublication(shared, source, request, browser.open, step, makeInHelper);
      const finished = await finishAll(made, request.finish);
      if (made.ok && !finished.ok) unfinished = finished;
      return finished;
    });
    signal?.throwIfAborted();
    const diagnostics = once([...found.diagnostics, ...outcomes.flatMap((outcome) => outcome.diagnostics)]);
    const built = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : []));
    return built.length === 0 && outcomes.length > 0 ? fail(...diagnostics) : succeed(built, diagnostics);
  } finally {
    signal?.removeEventListener("abort", close);
    await helpers.end();
  }
}

/** Removes duplicates: what stops several editions, such as a missing browser, is reported once. */
function once(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

/** Memory in bytes that a publication being built takes, with its share of the browser. */
const bytesPerJob = 700 * 2 ** 20;

function jobsFor({ host }: World, { jobs }: BuildRequest): number {
  return jobs ?? Math.max(1, Math.min(host.processors, Math.floor(host.memory / bytesPerJob)));
}

/** Combines the progress of all publications. */
function progressOf(sources: readonly SourcePublication[], { onProgress }: BuildRequest) {
  const fractions = sources.map(() => 0);
  return (index: number, what: string, fraction: number): void => {
    fractions[index] = fraction;
    const done = fractions.reduce((sum, number) => sum + number, 0);
    onProgress?.({ what: `${sources[index]?.slug ?? ""}: ${what}`, done, total: sources.length });
  };
}

/** Runs work for every item, at most `lanes` at a time. Results are in the order of the items. */
async function inLanes<Item, Result>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item, index: number, lane: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = items.entries();
  const follow = async (lane: number): Promise<void> => {
    for (const [index, item] of rest) results[index] = await work(item, index, lane);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(lanes, items.length)) }, (_, lane) => follow(lane)));
  return results;
}
