import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { inTurn } from "./build-rows.ts";
import { measureCommand } from "./measure-command.ts";
import type { Benchmark, Row } from "./row.ts";

/** Compares the program's start with that of Node alone. */
export function startBenchmark(main: string, rounds: number): Benchmark {
  const node = (...words: readonly string[]) => measureCommand(process.execPath, words);
  return {
    name: "help",
    measure: async () => [
      await inTurn(
        "the help, beside `node -e 0`",
        () => node(main, "--help"),
        () => node("-e", "0"),
        rounds,
      ),
    ],
  };
}

/** Measures the time from saving an article until the preview announces the result. */
export function previewBenchmark(): Benchmark {
  return { name: "dev", measure: () => Promise.resolve(preview()) };
}

function preview(): Row[] {
  const script = join(import.meta.dirname, "dev-latency.ts");
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8", timeout: 5 * 60 * 1000 });
  const line = stdout.trim().split("\n").at(-1) ?? "";
  if (!line.startsWith("{")) throw new Error(`dev-latency.ts: ${stderr.slice(-2_000)}`);
  const row = JSON.parse(line) as Readonly<Record<"html" | "htmlUsed" | "pdf" | "pdfUsed" | "memory", number>>;
  const cost = (wall: number, processors: number) => ({
    wall: wall / 1000,
    processors: processors / 1000,
    memory: row.memory,
    browser: 0,
  });
  return [
    { work: "`dev`: from saving an article to its web page", ours: cost(row.html, row.htmlUsed) },
    { work: "`dev`: from saving an article to its PDF", ours: cost(row.pdf, row.pdfUsed) },
  ];
}
