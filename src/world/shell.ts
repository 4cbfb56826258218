import { execFile } from "node:child_process";
import type { Shell } from "../model/world.ts";

/** Bytes of a program's output that are kept. */
const maxBuffer = 64 * 1024 * 1024;

/** Runs programs without a shell, so that an argument is never interpreted as a command. */
export const shell: Shell = {
  run(command, arguments_, { folder, timeout, variables } = {}) {
    return new Promise((resolve) => {
      const child = execFile(
        command,
        arguments_,
        {
          maxBuffer,
          windowsHide: true,
          env: { ...process.env, ...variables },
          ...(folder !== undefined && { cwd: folder }),
          ...(timeout !== undefined && { timeout }),
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
