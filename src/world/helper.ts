import type { ChildProcess } from "node:child_process";
import type { Helper } from "../model/worker.ts";
import type { Host } from "../model/world.ts";
import { endOfHelp } from "./serve-tasks.ts";
import { askWorker, isAlive, startWorker } from "./workers.ts";

/** Milliseconds in which a helper closes its browser and exits. */
const endTime = 15_000;

/** Returns a helper for builds, whose process starts on the first task. */
export function startHelper(host: Host): Helper {
  let started: Promise<ChildProcess> | undefined;
  return {
    async ask(task, milliseconds) {
      const child = await (started ??= startWorker(host, "build-helper"));
      const answer = await askWorker(child, task, { time: milliseconds });
      if ("error" in answer) throw answer.error;
      return answer.value;
    },
    async end() {
      const child = await started?.catch(() => undefined);
      // It sends no answer: the answer is that it has ended, or that it was killed.
      if (child && isAlive(child)) await askWorker(child, endOfHelp, { time: endTime });
    },
  };
}
