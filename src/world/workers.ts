import { type ChildProcess, fork } from "node:child_process";
import { extname, join } from "node:path";
import { createQueue } from "../model/queue.ts";
import type { Host } from "../model/world.ts";
import { type WorkerBounds, type WorkerProgram, type Workers, WorkerStopped } from "../model/worker.ts";
import type { WorkerAnswer, WorkerPart } from "./serve-tasks.ts";
import { mediumYoungGeneration, smallYoungGeneration } from "./tune-engine.ts";

const extension = extname(import.meta.filename) === ".ts" ? ".ts" : ".js";

/** One folder above in the sources; beside this module in the bundle. */
const programs = extension === ".ts" ? join(import.meta.dirname, "..") : import.meta.dirname;

const lean = { MALLOC_ARENA_MAX: "1", MALLOC_MMAP_THRESHOLD_: "65536", MALLOC_TRIM_THRESHOLD_: "131072" };

/** Milliseconds in which a program must load; on a busy machine with a slow disk it takes several seconds. */
const startTime = 120_000;

/** Starts one process per program, which runs one task at a time and is reused for the next. */
export function createWorkers(host: Host): Workers {
  const inTurn = createQueue();
  const idle = new Map<WorkerProgram, ChildProcess>();
  return {
    run: (program, task, bounds) =>
      inTurn(async () => {
        const ask = async (child: ChildProcess): Promise<WorkerAnswer> => {
          const answer = await askWorker(child, task, bounds);
          if (!isAlive(child)) return answer;
          idle.set(program, child);
          release(child);
          return answer;
        };
        const kept = idle.get(program);
        idle.delete(program);
        const first = kept && isAlive(kept) ? await ask(kept) : undefined;
        // What ended a process that was kept may have nothing to do with this task.
        const answer = first && !hasEnded(first) ? first : await ask(await startWorker(host, program, bounds));
        if ("error" in answer) throw answer.error;
        return answer.value;
      }),
  };
}

/** Resolves when the program is ready for a task: its load time must not count as the task's. */
export async function startWorker(
  host: Host,
  program: WorkerProgram,
  { memory }: Pick<WorkerBounds, "memory"> = {},
): Promise<ChildProcess> {
  const child = fork(join(programs, `${program}${extension}`), [], {
    serialization: "advanced",
    // What a program prints when it runs out of memory is not a message to the user.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: [
      program === "pdf-worker" ? mediumYoungGeneration : smallYoungGeneration,
      ...(memory === undefined ? [] : [`--max-old-space-size=${Math.floor(memory / 2 ** 20)}`]),
    ],
    env: {
      // glibc would keep what is freed, in several arenas, for later (mallopt(3)).
      ...(program !== "chart-worker" && lean),
      ...process.env,
      NODE_OPTIONS: "",
      NODE_COMPILE_CACHE: join(host.cacheFolder, "compiled"),
    },
    windowsHide: true,
  });
  // Without a listener, a failure between two tasks would end this program. The next task finds the process dead.
  child.on("error", () => undefined);
  const ready = await nextMessage(child, startTime);
  if ("error" in ready) throw new Error(`${program} did not start: ${ready.error.message}`);
  return child;
}

/**
 * Always returns an answer: if the process has ended, ends before it answers or does not answer in time, the reason
 * for that.
 */
export async function askWorker(
  child: ChildProcess,
  task: unknown,
  { time, onPart }: Pick<WorkerBounds, "time" | "onPart">,
): Promise<WorkerAnswer> {
  if (!isAlive(child)) return { error: new WorkerStopped("memory") };
  child.ref();
  child.channel?.ref();
  const next = nextMessage(child, time, onPart);
  // A process that ends at this moment cannot be sent anything; its exit is the answer.
  child.send(task as object, () => undefined);
  const answer = await next;
  return "error" in answer ? answer : (answer.message as WorkerAnswer);
}

function hasEnded(answer: WorkerAnswer): boolean {
  return "error" in answer && answer.error instanceof WorkerStopped && answer.error.met === "memory";
}

/** Reports whether the process can take a task. Its exit may have been reported while nobody waited for it. */
export function isAlive(child: ChildProcess): boolean {
  return child.connected && !child.killed && child.exitCode === null && child.signalCode === null;
}

/**
 * Resolves with the next message that is not a part, or with why none will come. Kills a process that sends none in
 * time.
 */
function nextMessage(
  child: ChildProcess,
  time: number,
  onPart: WorkerBounds["onPart"] = () => undefined,
): Promise<{ message: unknown } | { error: Error }> {
  const next = Promise.withResolvers<{ message: unknown } | { error: Error }>();
  const onMessage = (message: unknown): void => (isPart(message) ? onPart(message.part) : next.resolve({ message }));
  const onError = (error: Error): void => next.resolve({ error });
  const onEnd = (): void => next.resolve({ error: new WorkerStopped("memory") });
  const timer = setTimeout(() => {
    child.kill("SIGKILL");
    next.resolve({ error: new WorkerStopped("time") });
  }, time);
  child.on("message", onMessage).on("error", onError).on("exit", onEnd).on("disconnect", onEnd);
  return next.promise.finally(() => {
    clearTimeout(timer);
    child.off("message", onMessage).off("error", onError).off("exit", onEnd).off("disconnect", onEnd);
  });
}

function isPart(message: unknown): message is WorkerPart {
  return typeof message === "object" && message !== null && "part" in message;
}

/** An idle process does not keep its parent running, and ends with it. */
function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
