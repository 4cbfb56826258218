import type { ChildProcess } from "node:child_process";
import type { Helper } from "../model/worker.ts";
import type { Host } from "../model/world.ts";
import { endOfHelp } from "./serve-tasks.ts";
import { askWorker, startWorker } from "./workers.ts";

/** Returns a helper for builds, whose process starts on the first task. */
export function startHelper(host: Host): Helper {
  let started: Promise<ChildProcess> | undefined;
  return {
    async ask(task, milliseconds) {
      const child = await (started ??= startWorker(host, "build-helper"));
      if (!child.connected) throw new Error("The helper has ended.");
      const answer = await askWorker(child, task, milliseconds === undefined ? {} : { time: milliseconds });
      if ("error" in answer) throw answer.error;
      return answer.value;
    },
    async end() {
      const child = await started?.catch(() => undefined);
      if (!child?.connected) return;
      const ended = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
      child.send(endOfHelp);
      await ended;
    },
  };
}
