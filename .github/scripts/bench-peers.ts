// Compares commands with other installed programs, alternating within one run. Writes `.github/BENCHMARKS.md` and its
// plots after each row, so that an interrupted run keeps its results. Run with: npm run bench [-- OPTIONS].
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildBenchmarks, growthBenchmarks } from "./bench/build-rows.ts";
import { findPandoc } from "./bench/peers.ts";
import { plots } from "./bench/plot.ts";
import { report } from "./bench/report.ts";
import type { Results, Row } from "./bench/row.ts";
import { previewBenchmark, startBenchmark } from "./bench/small-rows.ts";

const help = `npm run bench -- [OPTIONS]
  --quick           leave out 1,000 articles and 1,000 pages (the novel stays), and measure each row once
  --rows A,B        these rows only; the others stay as they were measured before
  --list            say what the rows are called
  --rounds N        how often a short row is measured (3; long ones are measured once)
  --articles N, --chapters N, --novel N
                    how many articles (40), chapters of the book (111) and of the novel (200)
  --report          measure nothing, write the report of what was measured before
  --out FOLDER      where BENCHMARKS.md and pictures/ go (.github)`;

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    rows: { type: "string" },
    list: { type: "boolean", default: false },
    rounds: { type: "string" },
    articles: { type: "string", default: "40" },
    chapters: { type: "string", default: "111" },
    novel: { type: "string", default: "200" },
    report: { type: "boolean", default: false },
    out: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const root = join(import.meta.dirname, "..", "..");
const out = resolve(values.out ?? join(root, ".github"));
const result =
  values.out === undefined ? join(root, "node_modules", ".cache", "offprint-bench-rows.json") : join(out, "rows.json");
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
const main = join(root, "lib", "main.js");
if (!existsSync(main)) throw new Error("First make the package's bundle: node .github/scripts/bundle.ts");

const folder = mkdtempSync(join(tmpdir(), "offprint-bench-"));
const bench = {
  folder,
  main,
  rounds,
  articles: Number(values.articles),
  bookChapters: Number(values.chapters),
  novelChapters: Number(values.novel),
  peer: findPandoc(folder),
};
const benchmarks = [
  startBenchmark(main, rounds),
  ...buildBenchmarks(bench),
  previewBenchmark(),
  ...growthBenchmarks(bench),
];
const chosen = values.rows?.split(",");
const unknown = chosen?.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name)) ?? [];
const wanted = benchmarks.filter(({ name, isLong }) => (chosen ? chosen.includes(name) : !(values.quick && isLong)));

try {
  if (values.help) console.log(help);
  else if (values.list) console.log(benchmarks.map(({ name }) => name).join("\n"));
  else if (unknown.length > 0) throw new Error(`There is no row "${unknown.join('", "')}"; --list names them.`);
  else await measureAll(values.report ? [] : wanted);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureAll(open: typeof wanted): Promise<void> {
  const before = values.report || chosen ? earlier() : {};
  let results: Results = { node: process.versions.node, processors: availableParallelism(), rows: before };
  for (const { name, measure } of open) {
    const start = performance.now();
    try {
      const rows = await measure();
      results = { ...results, rows: inOrder({ ...results.rows, [name]: rows }) };
      for (const row of rows) console.error(describe(row));
    } catch (error) {
      // A failed row is reported and left out; the others are still measured.
      console.error(`${name} failed: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
    console.error(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s with its peer`);
    write(results);
  }
  write(results);
  for (const [name, svg] of await plots(results, folder)) writeFileSync(join(out, "pictures", name), svg);
  console.log(reportOf(results));
}

function earlier(): Results["rows"] {
  return existsSync(result) ? (JSON.parse(readFileSync(result, "utf8")) as Results).rows : {};
}

function inOrder(rows: Results["rows"]): Results["rows"] {
  return Object.fromEntries(benchmarks.flatMap(({ name }) => (rows[name] ? [[name, rows[name]]] : [])));
}

function write(results: Results): void {
  mkdirSync(dirname(result), { recursive: true });
  mkdirSync(join(out, "pictures"), { recursive: true });
  writeFileSync(result, JSON.stringify(results, null, 2));
  writeFileSync(join(out, "BENCHMARKS.md"), reportOf(results));
}

function reportOf(results: Results): string {
  const times =
    rounds === 1
      ? "Each row was measured once."
      : `Rows of seconds are the median of ${rounds} rounds, longer ones were measured once.`;
  return report(results, times);
}

function describe({ work, ours, peer }: Row): string {
  const beside = peer ? `, peer ${peer.wall.toFixed(2)} s (${peer.processors.toFixed(2)} s)` : "";
  const cost = `${ours.wall.toFixed(2)} s (${ours.processors.toFixed(2)} s of processors, ${ours.memory.toFixed(0)} MiB)`;
  return `${work}: ${cost}${beside}`;
}
