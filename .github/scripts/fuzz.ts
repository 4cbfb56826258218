import { spawn } from "node:child_process";
import { faultOf, faultOfBuild } from "../../tests/support/fuzz/hold.ts";
import { publicationOf } from "../../tests/support/fuzz/publications.ts";
import { faultOfRoster, rosterOf } from "../../tests/support/fuzz/rosters.ts";

// Tests this many publications of random markup, and a roster with each, generated from its number, in a child process
// that is killed when one takes longer than a minute of CPU time. Every 200th is also built, twice. `show` prints one and
// what is wrong with it.
//
//     node .github/scripts/fuzz.ts [count=100000] [first=0]
//     node .github/scripts/fuzz.ts show NUMBER

/** Milliseconds of CPU time per publication. */
const longest = 60_000;
const [first = "100000", second = "0", third = "0"] = process.argv.slice(2);

if (first === "show") await show(Number(second));
else if (first === "from") await takeAll(Number(second), Number(third));
else await watchOver(Number(second), Number(second) + Number(first));

async function show(number: number): Promise<void> {
  const files = { ...publicationOf(number), ...rosterOf(number).files };
  for (const [name, text] of Object.entries(files)) console.log(`== ${name}\n${JSON.stringify(text)}\n${text}`);
  console.log("==", (await take(number)) ?? "nothing is wrong");
  process.exit(0);
}

async function take(number: number): Promise<string | undefined> {
  const files = publicationOf(number);
  const editions = number % 1000 === 0 ? (["web", "ebook"] as const) : (["web"] as const);
  const fault = await (number % 200 === 0 ? faultOfBuild(files, editions) : faultOf(files));
  return fault ?? faultOfRoster(rosterOf(number));
}

/** Prints a line for each number: what is wrong with it, or nothing. */
async function takeAll(from: number, to: number): Promise<void> {
  for (let number = from; number < to; number += 1) {
    const before = process.cpuUsage();
    const fault = await take(number).catch((error: unknown) => `Thrown: ${String(error)}`);
    const { user, system } = process.cpuUsage(before);
    const time = Math.round((user + system) / 1000);
    process.stdout.write(
      `${JSON.stringify({ number, time, ...(fault !== undefined && { fault: fault.slice(0, 300) }) })}\n`,
    );
  }
  process.exit(0);
}

interface Counts {
  taken: number;
  faults: number;
  slow: number;
  /** Milliseconds of CPU time. */
  slowest: number;
}

/** Runs child processes in sequence: a new one after each that was killed or crashed. */
async function watchOver(from: number, to: number): Promise<void> {
  const counts = { taken: 0, faults: 0, slow: 0, slowest: 0 };
  for (let next = from; next < to; next += 1) {
    next = await watch(next, to, counts);
    if (next === to) break;
    console.log(`${next}: it has no end, or ends the program.`);
    counts.faults += 1;
  }
  const { taken, faults, slow, slowest } = counts;
  console.log(`${taken} publications, ${faults} faults, ${slow} slow, slowest ${slowest} ms.`);
  process.exitCode = faults > 0 ? 1 : 0;
}

/**
 * Runs a child process until it exits or one publication takes too long; resolves with the number that it did not
 * finish.
 */
function watch(from: number, to: number, counts: Counts): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [import.meta.filename, "from", String(from), String(to)], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    let next = from;
    let rest = "";
    // Wall-clock time: on a busy machine many times the CPU time.
    const begin = () => setTimeout(() => child.kill("SIGKILL"), longest * 10);
    let deadline = begin();
    child.stdout.on("data", (bytes: Buffer) => {
      const lines = (rest + bytes.toString()).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        clearTimeout(deadline);
        deadline = begin();
        next = note(line, counts) + 1;
      }
    });
    child.on("close", () => {
      clearTimeout(deadline);
      resolve(next);
    });
  });
}

function note(line: string, counts: Counts): number {
  const { number, time, fault } = JSON.parse(line) as { number: number; time: number; fault?: string };
  counts.taken += 1;
  counts.slowest = Math.max(counts.slowest, time);
  if (time > longest) counts.slow += 1;
  if (fault !== undefined) {
    counts.faults += 1;
    console.log(`${number}: ${fault}`);
  }
  const { taken, faults, slowest } = counts;
  if (taken % 1000 === 0) console.log(`${taken} taken, ${faults} faults, slowest ${slowest} ms`);
  return number;
}
