import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { QueueFailed, type WorkQueue } from "../../model/work-queue.ts";
import type { World } from "../../model/world.ts";

/** Polling interval for requests and results in milliseconds. */
const pause = 300;

/** Number of polls without a result after which the queue is asked whether it still has the run: some ten seconds. */
const idlePolls = 30;

/**
 * Returns a function to call after each poll, with the number of results and whether jobs are outstanding. It waits
 * until the next poll, and rejects with `QueueFailed` when the queue has no job and no result of the run any more.
 */
export function pollRun(world: World, queue: WorkQueue, run: string) {
  let idle = 0;
  return async (taken: number, isOutstanding = true): Promise<void> => {
    idle = taken > 0 || !isOutstanding ? 0 : idle + 1;
    if (taken > 0) return;
    if (idle >= idlePolls) {
      idle = 0;
      if (!(await queue.isPending(run))) {
        // What is left of the run, such as a job that failed, would keep the next one from adding it again.
        await queue.forget(run);
        throw new QueueFailed("its jobs are not in the queue any more");
      }
    }
    await world.http.wait(pause);
  };
}

/** Returns the finding for a run that the queue has lost. Rethrows any other error. */
export function reportQueueFailure(error: unknown): Diagnostic {
  if (!(error instanceof QueueFailed)) throw error;
  const hint = "Run the same command again: finished work is not done again.";
  return diagnostic("queueReached", `The queue failed during the run: ${error.message}.`, hint);
}
