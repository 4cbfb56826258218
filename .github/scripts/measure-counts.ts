import { spawn } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram } from "../../src/cli/program.ts";
import { realWorld } from "../../src/world/node.ts";
import { constructs } from "./counts/constructs.ts";

// Builds a publication with this many of each construct as a web page and an e-book. Prints a line for each: CPU
// seconds, memory, the exit code and the first finding. A minute of CPU time is the limit.
//
//     node .github/scripts/measure-counts.ts [count=20000] [name…]

/** The limit per construct, in CPU seconds. */
const longest = 60;
/** CPU seconds that count as a fault. */
const slow = 10;
const [first = "20000", ...names] = process.argv.slice(2);

if (first === "one") await makeOne(names[0] ?? "");
else await makeEach(Number(first), names);

/** Runs in its own process, so that its resource usage can be read. */
async function makeOne(folder: string): Promise<void> {
  const code = await runProgram(realWorld(), [
    "build",
    join(folder, "text"),
    `--out=${join(folder, "made")}`,
    "--format=html,epub",
    "--no-page-list",
    "--no-cache",
    "--verbose",
  ]);
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stdout.write(
    `\n${JSON.stringify({ code, seconds: (userCPUTime + systemCPUTime) / 1e6, mebibytes: Math.round(maxRSS / 1024) })}\n`,
  );
  process.exit(0);
}

async function makeEach(count: number, chosen: readonly string[]): Promise<void> {
  let faults = 0;
  for (const [name, make] of Object.entries(constructs)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const folder = mkdtempSync(join(tmpdir(), "offprint-counts-"));
    mkdirSync(join(folder, "text"));
    for (const [file, text] of Object.entries(make(count))) writeFileSync(join(folder, "text", file), text);
    const words = await run(folder);
    rmSync(folder, { recursive: true });
    const last = words.split("\n").find((line) => line.startsWith('{"code":'));
    const end =
      last !== undefined ? (JSON.parse(last) as { code: number; seconds: number; mebibytes: number }) : undefined;
    const wrong = end === undefined || end.code === 3 || end.seconds > slow;
    if (wrong) faults += 1;
    const finding = words.split("\n").find((line) => /^\S+:\d+:\d+ |^\S+ (?:error|warning) /.test(line)) ?? "";
    console.log(
      [
        wrong ? "FAULT" : "     ",
        name.padEnd(28),
        (end?.seconds ?? longest).toFixed(1).padStart(6),
        String(end?.mebibytes ?? "?").padStart(6),
        end === undefined ? "no end" : `exit ${end.code}`,
        finding.replace(/^.*?(article\.md)/, "$1").slice(0, 140),
      ].join("  "),
    );
  }
  console.log(`${faults} faults.`);
  process.exitCode = faults > 0 ? 1 : 0;
}

function run(folder: string): Promise<string> {
  return new Promise((resolve) => {
    const command = [process.execPath, import.meta.filename, "one", folder];
    const child = spawn("sh", ["-c", `ulimit -t ${longest}; exec "$@"`, "sh", ...command]);
    let text = "";
    const take = (bytes: Buffer): void => void (text = text.slice(-2_000_000) + bytes.toString());
    child.stderr.on("data", take);
    child.stdout.on("data", take);
    child.on("close", () => resolve(text));
  });
}
