import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { runProgram } from "../../src/cli/program.ts";
import type { Terminal, World } from "../../src/model/world.ts";
import { worldIn } from "./world.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A command line, run in a folder as a user would; the browser and the disk are the real ones unless changed. */
export async function offprint(
  folder: string,
  arguments_: readonly string[],
  changes: Partial<World> = {},
): Promise<Ran> {
  const { terminal, printed } = recordedTerminal();
  const code = await runProgram(worldIn(folder, { terminal, ...changes }), arguments_);
  return { code, ...printed };
}

/** A terminal that remembers what is printed. */
export function recordedTerminal(changes: Partial<Terminal> = {}) {
  const printed = { out: "", err: "" };
  const terminal: Terminal = {
    print: (text) => void (printed.out += text),
    printError: (text) => void (printed.err += text),
    interactive: false,
    colour: false,
    columns: 100,
    ...changes,
  };
  return { terminal, printed };
}

/** Every file below a folder, with its bytes as Latin-1 text: two snapshots are equal when the files are. */
export async function snapshot(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = await Promise.all(
    paths
      .toSorted()
      .map(async (path) => [relative(folder, path).split(sep).join("/"), await readFile(path, "latin1")] as const),
  );
  return Object.fromEntries(pairs);
}
