import { Worker } from "node:worker_threads";

/** What a worker program sends back. */
export type WorkerAnswer = { readonly value: unknown } | { readonly error: Error };

/** A part of an answer, sent before it. */
export interface WorkerPart {
  readonly part: unknown;
}

/** Checks every second whether the parent process still exists, so that an endless task does not outlive it. */
const watch = `setInterval(() => process.ppid === ${process.ppid} || process.kill(process.pid, "SIGKILL"), 1000)`;

/** A message that replaces a task: close everything that is open, and exit. */
export const endOfHelp = "end";

/** Runs a worker program, which answers one task after another until its parent exits or sends `endOfHelp`. */
export function serveTasks(
  work: (task: unknown, onPart: (part: unknown) => Promise<void>) => Promise<unknown>,
  close: () => Promise<void> = async () => {},
): void {
  // Resolves when it has been sent, because a task may not let go of the thread for seconds.
  const onPart = (part: unknown): Promise<void> =>
    new Promise((resolve) => process.send?.({ part } satisfies WorkerPart, undefined, {}, () => resolve()));
  new Worker(watch, { eval: true }).unref();
  process.on("disconnect", () => process.exit());
  process.on("message", (task) => {
    if (task === endOfHelp) return void close().finally(() => process.exit());
    void work(task, onPart)
      .then((value): WorkerAnswer => ({ value }))
      .catch((error: unknown): WorkerAnswer => ({ error: error instanceof Error ? error : new Error(String(error)) }))
      .then((answer) => process.send?.(answer));
  });
  process.send?.("ready");
}
