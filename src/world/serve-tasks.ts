import { Worker } from "node:worker_threads";

/** What a worker program sends back. */
export type WorkerAnswer = { readonly value: unknown } | { readonly error: Error };

/** Looks every second whether the program that asks is still there: work without an end does not outlive it. */
const watch = `setInterval(() => process.ppid === ${process.ppid} || process.kill(process.pid, "SIGKILL"), 1000)`;

/** A worker program: answers one task after the other, until the program that asks ends. */
export function serveTasks(work: (task: unknown) => Promise<unknown>): void {
  new Worker(watch, { eval: true }).unref();
  process.on("disconnect", () => process.exit());
  process.on("message", (task) => {
    void work(task)
      .then((value): WorkerAnswer => ({ value }))
      .catch((error: unknown): WorkerAnswer => ({ error: error instanceof Error ? error : new Error(String(error)) }))
      .then((answer) => process.send?.(answer));
  });
  process.send?.("ready");
}
