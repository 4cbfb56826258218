import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { pluginFault } from "../diagnostics/plugin-report.ts";
import { PluginError } from "../model/plugin/plugin-error.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import { type Building, noCache } from "./build-cache.ts";
import { keyOf } from "./build-key.ts";
import { buildPublication, type Step } from "./build-publication.ts";
import type { BuildRequest } from "./build-request.ts";
import type { Built } from "./built.ts";
import { withExtracted } from "./extracted-files.ts";
import { findSources } from "./find-sources.ts";
import { inLanes } from "./in-lanes.ts";
import { noTimer } from "./profile.ts";
import { ofShard } from "./shard.ts";
import { shareBrowser, withBrowser } from "./share-browser.ts";

/** Find, then make each publication, some of them at the same time. The order of what is said is that of the sources. */
export async function buildAll(world: World, request: BuildRequest): Promise<Outcome<Built[]>> {
  const { signal, cache = noCache, time = noTimer } = request;
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
  const browser = shareBrowser(world, request.config, request.onProgress, time);
  const shared = withBrowser(world, browser.open);
  const progress = progressOf(sources, request);
  const close = (): void => void browser.close();
  signal?.addEventListener("abort", close);
  try {
    const outcomes = await inLanes(sources, jobsFor(world, request), (source, index) => {
      signal?.throwIfAborted();
      const inside = withExtracted(shared, source.extracted);
      const step: Step = (what, fraction) => progress(index, what, fraction);
      const work: Building = async (seen) => {
        const built = await buildPublication(seen, source, { ...request, cache }, browser.open, step);
        return built.ok ? succeed([built.value], built.diagnostics) : built;
      };
      // What is in memory only is no file that could be looked at again.
      if (source.extracted) return guard(source, () => work(inside));
      return guard(source, () => cache.remember(inside, ["publication", digestible(source), keyOf(request)], work));
    });
    signal?.throwIfAborted();
    const diagnostics = once([...found.diagnostics, ...outcomes.flatMap((outcome) => outcome.diagnostics)]);
    const built = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : []));
    return built.length === 0 && outcomes.length > 0 ? fail(...diagnostics) : succeed(built, diagnostics);
  } finally {
    signal?.removeEventListener("abort", close);
    await browser.close();
  }
}

/** A source without what has no digest: where its keys stand follows from its text. */
function digestible({ settings, ...source }: SourcePublication): unknown {
  return { ...source, ...(settings && { settings: { file: settings.file, value: settings.value } }) };
}

/** What stops several editions, as that there is no browser, is said once. */
function once(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
}

/** Bytes that a publication in work takes, with its share of the browser. */
const bytesPerJob = 700 * 2 ** 20;

function jobsFor({ host }: World, { jobs }: BuildRequest): number {
  return jobs ?? Math.max(1, Math.min(host.processors, Math.floor(host.memory / bytesPerJob)));
}

/** How far all of them are together. */
function progressOf(sources: readonly SourcePublication[], { onProgress }: BuildRequest) {
  const fractions = sources.map(() => 0);
  return (index: number, what: string, fraction: number): void => {
    fractions[index] = fraction;
    const done = fractions.reduce((sum, one) => sum + one, 0);
    onProgress?.({ what: `${sources[index]?.slug ?? ""}: ${what}`, done, total: sources.length });
  };
}

/** A fault of ours ends in a diagnostic that says so, not in a stack trace; too deep a nesting is the author's. */
async function guard<T>(source: SourcePublication, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const file = source.chapters[0]?.file.shown;
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError && error.message.includes("call stack")) {
      const hint = "Quote or list to a few levels only.";
      return fail(diagnostic("sourceSize", "The text is nested too deeply to be read.", hint, { file }));
    }
    if (error instanceof PluginError) return fail(pluginFault(error.plugin, error.work, error.reason, { file }));
    const message = error instanceof Error ? error.message : String(error);
    const hint = "This is a fault of Offprint: please report it with the file.";
    return fail(diagnostic("internalFault", `Offprint failed: ${message}`, hint, { file }));
  }
}
