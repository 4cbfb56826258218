import { type ChildProcess, fork } from "node:child_process";
import { extname, join } from "node:path";
import { createQueue } from "../model/queue.ts";
import type { Host } from "../model/world.ts";
import { type WorkerBounds, type WorkerProgram, type Workers, WorkerStopped } from "../model/worker.ts";
import type { WorkerAnswer } from "./serve-tasks.ts";
import { smallYoungGeneration } from "./tune-engine.ts";

const extension = extname(import.meta.filename);

/** One folder above in the sources; beside this module in the bundle. */
const programs = extension === ".ts" ? join(import.meta.dirname, "..") : import.meta.dirname;

const lean = { MALLOC_ARENA_MAX: "1", MALLOC_MMAP_THRESHOLD_: "65536", MALLOC_TRIM_THRESHOLD_: "131072" };

/** Starts one process per program, which runs one task at a time and is reused for the next. */
export function createWorkers(host: Host): Workers {
  const inTurn = createQueue();
  const idle = new Map<WorkerProgram, ChildProcess>();
  return {
    run: (program, task, bounds) =>
      inTurn(async () => {
        const child = idle.get(program) ?? (await startWorker(host, program, bounds));
        idle.delete(program);
        const answer = await askWorker(child, task, bounds);
        if (child.connected && child.exitCode === null) {
          idle.set(program, child);
          release(child);
        }
        if ("error" in answer) throw answer.error;
        return answer.value;
      }),
  };
}

/** Resolves when the program is ready for a task: its load time must not count as the task's. */
export async function startWorker(
  host: Host,
  program: WorkerProgram,
  { memory }: Partial<WorkerBounds> = {},
): Promise<ChildProcess> {
  const child = fork(join(programs, `${program}${extension}`), [], {
    serialization: "advanced",
    // What a program prints when it runs out of memory is not a message to the user.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: [
      smallYoungGeneration,
      ...(memory === undefined ? [] : [`--max-old-space-size=${Math.floor(memory / 2 ** 20)}`]),
    ],
    env: {
      // glibc would keep what is freed, in several arenas, for later (mallopt(3)).
      ...(program === "pdf-worker" && lean),
      ...process.env,
      NODE_OPTIONS: "",
      NODE_COMPILE_CACHE: join(host.cacheFolder, "compiled"),
    },
    windowsHide: true,
  });
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`${program} ended with ${signal ?? code}`)));
  });
  child.removeAllListeners();
  return child;
}

/** Always returns an answer: if the process exits, the reason for that. */
export function askWorker(
  child: ChildProcess,
  task: unknown,
  { time }: Partial<WorkerBounds> = {},
): Promise<WorkerAnswer> {
  child.ref();
  child.channel?.ref();
  return new Promise((resolve) => {
    const end = (answer: WorkerAnswer): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(answer);
    };
    const stop = (): void => {
      child.removeAllListeners();
      child.once("exit", () => end({ error: new WorkerStopped("time") }));
      child.kill("SIGKILL");
    };
    const timer = time === undefined ? undefined : setTimeout(stop, time);
    child.once("message", (answer) => end(answer as WorkerAnswer));
    child.once("exit", () => end({ error: new WorkerStopped("memory") }));
    child.once("error", (error) => end({ error }));
    child.send(task as object);
  });
}

/** An idle process does not keep its parent running, and ends with it. */
function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
