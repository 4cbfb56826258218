import { spawn } from "node:child_process";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..", "..");

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Run a program to its end, with these variables more than there are. */
export function run(
  command: string,
  arguments_: readonly string[],
  options: { readonly folder?: string; readonly variables?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const child = spawn(command, arguments_, {
    cwd: options.folder ?? root,
    env: { ...process.env, ...options.variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (ended.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (ended.err += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve({ code, ...ended }));
  });
}

/** Run a script of `.github/scripts/` with this Node. */
export function runScript(
  name: string,
  arguments_: readonly string[],
  options: Parameters<typeof run>[2] = {},
): Promise<Ended> {
  return run(process.execPath, [join(root, ".github", "scripts", name), ...arguments_], options);
}
