import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** The resources used by a command and its child processes. */
export interface Cost {
  /** Wall-clock seconds. */
  readonly wall: number;
  /** CPU seconds. */
  readonly processors: number;
  /** Peak MiB of the largest process, without browsers. */
  readonly memory: number;
  /** Peak MiB of the largest browser process; 0 if there was none. */
  readonly browser: number;
}

export interface Measured extends Cost {
  /** The command's output. */
  readonly output: string;
}

/** Milliseconds after which a program is killed and its row ends. */
const longest = 15 * 60 * 1000;

/** Milliseconds between process samples. */
const interval = 100;

/** Clock ticks per second in `/proc` (proc(5)). */
const ticks = 100;

/**
 * Measures a command with GNU time, which reports a program and the children that it waited for. Chromium does not wait
 * for all of its own, so processes are also sampled where `/proc` exists; the larger sum counts.
 */
export async function measureCommand(program: string, words: readonly string[]): Promise<Measured> {
  const child = spawn("/usr/bin/time", ["-f", "\nCOST %e %U %S %M", program, ...words], { timeout: longest });
  const seen = new Map<number, Seen>();
  const timer = setInterval(() => look(child.pid, seen), interval);
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => pieces.push(text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  }).finally(() => clearInterval(timer));
  const output = pieces.join("");
  if (code !== 0) throw new Error(`${program} ${words.join(" ")}: ${output.slice(-2_000)}`);
  const [wall = 0, user = 0, system = 0, peak = 0] = /COST (.*)/.exec(output)?.[1]?.split(" ").map(Number) ?? [];
  const processes = [...seen.values()];
  const looked = processes.reduce((sum, process) => sum + process.processors, 0);
  const largest = (isBrowser: boolean): number =>
    Math.max(0, ...processes.filter((process) => process.isBrowser === isBrowser).map(({ memory }) => memory));
  return {
    wall,
    processors: Math.max(user + system, looked),
    memory: largest(false) || peak / 1024,
    browser: largest(true),
    output,
  };
}

interface Seen {
  readonly isBrowser: boolean;
  readonly memory: number;
  readonly processors: number;
}

/** Records what a process and its descendants have used so far. */
function look(pid: number | undefined, seen: Map<number, Seen>): void {
  if (pid === undefined) return;
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const [, name = ""] = /^Name:\s+(.*)$/m.exec(status) ?? [];
    const [, peak = 0] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
    const [user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ")
      .slice(11, 13)
      .map(Number);
    // A process that has exited but was not waited for reports no memory.
    const before = seen.get(pid)?.memory ?? 0;
    seen.set(pid, {
      isBrowser: /chrom|headless/i.test(name),
      memory: Math.max(before, Number(peak) / 1024),
      processors: (user + system) / ticks,
    });
    const below = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ");
    for (const text of below) if (text !== "") look(Number(text), seen);
  } catch {
    // The process has exited, or the system has no `/proc`.
  }
}
