import { execFile } from "node:child_process";
import type { Shell } from "../model/world.ts";

/** Bytes of output that are kept of a program. */
const maxBuffer = 64 * 1024 * 1024;

/** Runs programs without a command interpreter between: an argument is never read as a command. */
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
      // A program that asks a question gets no answer, instead of waiting for one for ever.
      child.stdin?.end();
    });
  },
};
