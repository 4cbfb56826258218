import { spawn } from "node:child_process";
import { faultOf, faultOfBuild } from "../../tests/support/fuzz/hold.ts";
import { publicationOf } from "../../tests/support/fuzz/publications.ts";

// node .github/scripts/fuzz.ts [count=100000] [first=0]: so many publications of random marks, each by its number, taken in a
// process beside this one, which is ended when one takes longer than a minute of the processor. Each 200th is made, twice.
// node .github/scripts/fuzz.ts show NUMBER prints one and what is wrong with it.

/** Milliseconds of the processor for one. */
const longest = 60_000;
const [first = "100000", second = "0", third = "0"] = process.argv.slice(2);

if (first === "show") await show(Number(second));
else if (first === "from") await takeAll(Number(second), Number(third));
else await watchOver(Number(second), Number(second) + Number(first));

async function show(number: number): Promise<void> {
  const files = publicationOf(number);
  for (const [name, text] of Object.entries(files)) console.log(`== ${name}\n${JSON.stringify(text)}\n${text}`);
  console.log("==", (await take(number)) ?? "nothing is wrong");
  process.exit(0);
}

function take(number: number): Promise<string | undefined> {
  const files = publicationOf(number);
  return number % 200 === 0 ? faultOfBuild(files, number % 1000 === 0 ? ["web", "ebook"] : ["web"]) : faultOf(files);
}

/** A line for each number: what is wrong with it, or nothing. */
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

/** Processes one after the other: a new one where the last was ended, or died. */
async function watchOver(from: number, to: number): Promise<void> {
  const counts = { taken: 0, faults: 0, slow: 0 };
  let slowest = 0;
  for (let next = from; next < to;) {
    const started = next;
    next = await new Promise<number>((resolve) => {
      const child = spawn(process.execPath, [import.meta.filename, "from", String(next), String(to)], {
        stdio: ["ignore", "pipe", "ignore"],
      });
      let done = next;
      let rest = "";
      // The clock of the wall, on a busy machine, is many times that of the processor.
      let deadline = setTimeout(() => child.kill("SIGKILL"), longest * 10);
      child.stdout.on("data", (bytes: Buffer) => {
        const lines = (rest + bytes.toString()).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) {
          clearTimeout(deadline);
          deadline = setTimeout(() => child.kill("SIGKILL"), longest * 10);
          const { number, time, fault } = JSON.parse(line) as { number: number; time: number; fault?: string };
          done = number + 1;
          counts.taken += 1;
          slowest = Math.max(slowest, time);
          if (time > longest) counts.slow += 1;
          if (fault !== undefined) {
            counts.faults += 1;
            console.log(`${number}: ${fault}`);
          }
          if (counts.taken % 1000 === 0)
            console.log(`${counts.taken} taken, ${counts.faults} faults, slowest ${slowest} ms`);
        }
      });
      child.on("close", () => {
        clearTimeout(deadline);
        resolve(done);
      });
    });
    if (next < to) {
      console.log(`${next}: it has no end, or ends the program.`);
      counts.faults += 1;
      next += 1;
    }
    if (next === started) break;
  }
  console.log(`${counts.taken} publications, ${counts.faults} faults, ${counts.slow} slow, slowest ${slowest} ms.`);
  process.exitCode = counts.faults > 0 ? 1 : 0;
}
