import { join, resolve as resolvePath } from "node:path";
import { deserialize } from "node:v8";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { fail, type Outcome } from "../../model/outcome.ts";
import { sha256Of } from "../../model/sha256.ts";
import { shownPath } from "../../model/shown-path.ts";
import type { QueuedResult } from "../../model/work-queue.ts";
import type { World } from "../../model/world.ts";
import { historyOf } from "../../source/commit-time.ts";
import type { SourcePublication } from "../../source/source-publication.ts";
import type { Step } from "../build-publication.ts";
import type { BuildRequest, SharedWork } from "../build-request.ts";
import type { BuildAnswer } from "../build-task.ts";
import type { Built } from "../built.ts";
import { digestOfSource, identifyBuild, type QueuedBuild, queuedParcel } from "./queued-build.ts";
import { pollRun, reportQueueFailure } from "./poll-run.ts";
import { firstDifference } from "./seen-files.ts";

/** Publications added to the queue at once. */
const batch = 200;

interface Waiting {
  readonly source: SourcePublication;
  readonly resolve: (answer: BuildAnswer) => void;
}

/**
 * Has publications built by the workers of a queue. Each result is a parcel in the shared folder; it is used only if
 * everything that was read for it is the same on this machine.
 */
export async function openWorkers(
  world: World,
  request: BuildRequest,
  sources: readonly SourcePublication[],
  { queue, disk, folder }: SharedWork,
) {
  const { signal } = request;
  const id = await identifyBuild(world, request);
  const run = sha256Of(JSON.stringify([id, sources.map(digestOfSource), folder]));
  const parcels = join(folder, `.queue-${run.slice(0, 16)}`);
  const common = await commonOf(world, request, id, parcels);
  const waiting = new Map<string, Waiting>();
  const asked: SourcePublication[] = [];
  const state = { isEnded: false };
  const refused = ({ source }: Waiting, reason: string): BuildAnswer => {
    const hint = "Run the same command again, without --queue to make it on this machine.";
    const message = `No worker could make "${source.slug}": ${reason}.`;
    const location = { file: source.chapters[0]?.file.shown };
    return { outcome: fail(diagnostic("internalFault", message, hint, location)), stages: [] };
  };
  const read = async (job: Waiting, { data, failure }: QueuedResult): Promise<BuildAnswer> => {
    if (failure !== undefined) return refused(job, failure);
    const { name } = queuedParcel.parse(data);
    const bytes = await disk.read(join(parcels, name)).catch(() => undefined);
    if (!bytes || sha256Of(bytes) !== name) return refused(job, "what a worker made is not in the store");
    const answer = deserialize(bytes) as BuildAnswer;
    const differing = await differenceOf(world, job.source, answer);
    return differing === undefined ? answer : refused(job, `the worker has another ${differing}`);
  };
  const keep = async (results: readonly QueuedResult[]): Promise<void> => {
    for (const result of results) {
      const job = waiting.get(result.key);
      job?.resolve(await read(job, result));
      waiting.delete(result.key);
    }
  };
  const serve = async (): Promise<void> => {
    const title = sources.length === 1 ? (sources[0]?.slug ?? "") : `${sources.length} publications`;
    await queue.announce({ run, title, total: sources.length, started: world.clock.now() }, common);
    const polled = pollRun(world, queue, run);
    while (!state.isEnded || waiting.size > 0) {
      signal?.throwIfAborted();
      for (let some = asked.splice(0, batch); some.length > 0; some = asked.splice(0, batch)) {
        const jobs = some.map((source) => ({ slug: source.slug, sha256: digestOfSource(source) }));
        await queue.enqueue(jobs.map((data) => ({ run, key: data.slug, data })));
      }
      const taken = await queue.takeResults(run, keep);
      await polled(taken, waiting.size > 0 && asked.length === 0);
    }
    await queue.forget(run);
    await disk.remove(parcels);
  };
  const served = serve();
  served.catch(() => undefined);
  return {
    async make(_lane: number, source: SourcePublication, step: Step): Promise<Outcome<Built[]> | undefined> {
      step("waits for a worker", 0);
      const made = new Promise<BuildAnswer>((resolve) => waiting.set(source.slug, { source, resolve }));
      asked.push(source);
      const lost = (error: unknown): BuildAnswer => ({ outcome: fail(reportQueueFailure(error)), stages: [] });
      const { outcome, stages } = await Promise.race([made, served.then(() => made, lost)]);
      request.addTimes?.(stages);
      step("made by a worker", 1);
      return outcome;
    },
    async end(): Promise<void> {
      state.isEnded = true;
      await served.catch(() => undefined);
    },
  };
}

async function commonOf(world: World, request: BuildRequest, id: string, parcels: string): Promise<QueuedBuild> {
  const { editions, formats, pdfStandard, pageList, root, from, cache, config } = request;
  const { workingFolder } = world.host;
  const browsers = await world.browsers.inspect(config.browser === undefined ? {} : { path: config.browser });
  return {
    kind: "build",
    id,
    browser: browsers.find(({ chosen }) => chosen)?.version,
    pdfStandard,
    pageList,
    root,
    from,
    isCached: cache !== undefined,
    editions: editions && [...editions],
    formats: formats && [...formats],
    sources: request.sources.map((path) => shownPath(resolvePath(workingFolder, path), workingFolder)),
    folder: shownPath(parcels, workingFolder),
  };
}

/** Returns what differs on this machine: a file that was read, or the history that dates a text. */
async function differenceOf(
  world: World,
  { folder }: SourcePublication,
  { outcome, seen = [], history }: BuildAnswer,
): Promise<string | undefined> {
  const differing = await firstDifference(world, seen);
  if (differing !== undefined || !outcome.ok) return differing;
  const isDated = outcome.value.every(({ manifest }) =>
    ["environment", "text"].includes(manifest.modified?.from ?? ""),
  );
  return isDated || history === (await historyOf(world, folder)) ? undefined : "history of commits";
}
