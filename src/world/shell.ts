import { execFile } from "node:child_process";
import type { Shell } from "../model/world.ts";

/** Bytes of a program's output that are kept. */
const maxBuffer = 64 * 1024 * 1024;

/** Milliseconds for a program where no time is given. */
const usualTime = 5 * 60_000;

/** Runs programs without a shell, so that an argument is never interpreted as a command. */
export const shell: Shell = {
  run(command, arguments_, { folder, timeout = usualTime, variables } = {}) {
    return new Promise((resolve) => {
      const child = execFile(
        command,
        arguments_,
        {
          maxBuffer,
          windowsHide: true,
          env: { ...process.env, ...variables },
          ...(folder !== undefined && { cwd: folder }),
          timeout,
          // A program can ignore SIGTERM, and one that has been stopped does not receive it.
          killSignal: "SIGKILL",
        },
        (error, stdout, stderr) => {
          if (!error) return resolve({ code: 0, stdout, stderr });
          const code = typeof error.code === "number" ? error.code : -1;
          const reason = error.killed ? `${command} was stopped: it did not end in time.` : error.message;
          resolve({ code, stdout, stderr: code === -1 ? [stderr, reason].filter(Boolean).join("\n") : stderr });
        },
      );
      // A program that asks a question gets end-of-file instead of waiting forever.
      child.stdin?.end();
    });
  },
};
