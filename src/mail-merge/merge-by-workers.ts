import type { MergedFile } from "../config/merge-manifest.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { Person } from "../model/roster.ts";
import { sha256Of } from "../model/sha256.ts";
import { shownPath } from "../model/shown-path.ts";
import type { QueuedResult, WorkQueue } from "../model/work-queue.ts";
import type { World } from "../model/world.ts";
import { pollRun, reportQueueFailure } from "../pipeline/workers/poll-run.ts";
import type { MergeRequest } from "./merge-request.ts";
import type { Output } from "./merge-rows.ts";
import type { MergePlan } from "./plan-merge.ts";
import { queuedFile, type QueuedMerge } from "./queued-run.ts";

interface QueuedRows {
  /** Digest of everything that affects the files. */
  readonly id: string;
  readonly request: MergeRequest;
  readonly plan: MergePlan;
  readonly people: AsyncGenerator<Person>;
  readonly output: Output;
}

/** Rows added to the queue at once. */
const batch = 200;

/**
 * Lets the workers of a queue build the missing rows. Results go into the same journal as on one machine, so an
 * interrupted run can be resumed with or without the queue.
 */
export async function makeByWorkers(
  world: World,
  queue: WorkQueue,
  rows: QueuedRows,
): Promise<Outcome<readonly MergedFile[]>> {
  try {
    return await makeAll(world, queue, rows);
  } catch (error) {
    return fail(reportQueueFailure(error));
  }
}

async function makeAll(
  world: World,
  queue: WorkQueue,
  { id, request, plan, people, output }: QueuedRows,
): Promise<Outcome<readonly MergedFile[]>> {
  const { journal } = output;
  const { summary, loaded, first } = plan;
  const files = new Map<number, MergedFile>(journal.made);
  const failed = new Set<number>();
  const reported = new Map<string, Diagnostic>();
  const keep = async (results: readonly QueuedResult[]): Promise<void> => {
    for (const { key, data, failure } of results) {
      const row = Number(key);
      const { file, diagnostics } =
        failure === undefined ? queuedFile.parse(data) : { diagnostics: [lost(row, failure)] };
      for (const finding of diagnostics) reported.set(JSON.stringify(finding), finding as Diagnostic);
      if (!file) failed.add(row);
      else if (!files.has(row)) {
        await journal.record(file);
        files.set(row, file);
      }
    }
    output.onDone(files.size);
  };
  const { source, from, nameBy, edition, oneFile, folder } = request;
  const common: QueuedMerge = {
    kind: "merge",
    id,
    source,
    from,
    nameBy,
    edition,
    oneFile,
    folder: shownPath(folder, world.host.workingFolder),
    prefix: output.prefix,
    roster: { rows: summary.rows, sha256: summary.sha256, characters: [...summary.characters.keys()] },
    first,
  };
  // The same run into another folder is a different one.
  const run = sha256Of(JSON.stringify([id, folder]));
  const started = world.clock.now();
  await queue.announce({ run, title: loaded.source.slug, total: summary.rows, started }, common);
  // Takes results that arrived while nobody was waiting.
  while ((await queue.takeResults(run, keep)) > 0);
  let waiting: Person[] = [];
  const send = async (): Promise<void> => {
    await queue.enqueue(waiting.map((person) => ({ run, key: String(person.number), data: person })));
    waiting = [];
  };
  for await (const person of people) {
    if (files.has(person.number) || failed.has(person.number)) continue;
    waiting.push(person);
    if (waiting.length >= batch) await send();
  }
  if (waiting.length > 0) await send();
  const polled = pollRun(world, queue, run);
  while (files.size + failed.size < summary.rows) await polled(await queue.takeResults(run, keep));
  await queue.forget(run);
  const diagnostics = [...reported.values()];
  if (failed.size > 0) return fail(...diagnostics);
  return succeed(
    [...files.values()].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
    diagnostics,
  );
}

function lost(row: number, reason: string): Diagnostic {
  const hint = "Run the same command again: finished files are not made again.";
  return diagnostic("internalFault", `No worker could make row ${row} of the roster: ${reason}.`, hint);
}
