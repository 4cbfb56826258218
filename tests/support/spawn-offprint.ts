import { spawn } from "node:child_process";
import { mkdir, readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { realWorld } from "../../src/world/node.ts";

const root = join(import.meta.dirname, "../..");

/** Folders that a run writes to besides its output. */
export interface Machine {
  readonly folder: string;
  readonly temporary: string;
  readonly cache: string;
}

/** A machine of its own below a folder: caches and temporary files, and the browsers that are there already. */
export async function machineIn(folder: string): Promise<Machine> {
  const machine = { folder, temporary: join(folder, "tmp"), cache: join(folder, "cache") };
  await mkdir(machine.temporary);
  await mkdir(machine.cache);
  await symlink(join(realWorld().host.cacheFolder, "browsers"), join(machine.cache, "browsers"));
  return machine;
}

interface Spawning {
  /** Before the program of Node, as words of a shell: `ulimit -n 64;`. */
  readonly before?: string;
  /** Of Node itself. */
  readonly flags?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  /** Where it is started; the machine's folder where it is left out. */
  readonly at?: string;
}

/** Offprint as a program of its own. */
export function spawnOffprint(
  { folder, temporary, cache }: Machine,
  words: readonly string[],
  { before = "", flags = [], variables = {}, at = folder }: Spawning = {},
) {
  const { SOURCE_DATE_EPOCH: _, ...inherited } = process.env;
  const child = spawn(
    "bash",
    ["-c", `${before} exec "$0" "$@"`, process.execPath, ...flags, join(root, "src/main.ts"), ...words],
    { cwd: at, env: { ...inherited, TMPDIR: temporary, OFFPRINT_CACHE: cache, ...variables }, stdio: "pipe" },
  );
  let [out, err] = ["", ""];
  child.stdout.on("data", (piece: Buffer) => void (out += String(piece)));
  child.stderr.on("data", (piece: Buffer) => void (err += String(piece)));
  const ended = new Promise<{ code: number | null; signal: string | null; out: string; err: string }>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal, out, err }));
  });
  return { child, ended };
}

/** Temporary folders of ours that are left below a folder. */
export async function leftBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  return entries.filter((path) => /(?:^|\/)\.?offprint-[A-Za-z0-9]{6}$/.test(path));
}
