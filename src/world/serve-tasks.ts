import { Worker } from "node:worker_threads";

/** What a worker program sends back. */
export type WorkerAnswer = { readonly value: unknown } | { readonly error: Error };

/** Looks every second whether the program that asks is still there: work without an end does not outlive it. */
const watch = `setInterval(() => process.ppid === ${process.ppid} || process.kill(process.pid, "SIGKILL"), 1000)`;

/** Told to a program instead of a task: close what is open, and end. */
export const endOfHelp = "end";

/** A worker program: answers one task after the other, until the program that asks ends, or says that it is enough. */
export function serveTasks(
  work: (task: unknown) => Promise<unknown>,
  close: () => Promise<void> = async () => {},
): void {
  new Worker(watch, { eval: true }).unref();
  process.on("disconnect", () => process.exit());
  process.on("message", (task) => {
    if (task === endOfHelp) return void close().finally(() => process.exit());
    void work(task)
      .then((value): WorkerAnswer => ({ value }))
      .catch((error: unknown): WorkerAnswer => ({ error: error instanceof Error ? error : new Error(String(error)) }))
      .then((answer) => process.send?.(answer));
  });
  process.send?.("ready");
}
