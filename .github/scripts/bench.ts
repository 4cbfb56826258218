// Measures durations relative to each other within one run, so that slower machines give similar numbers. Prints a
// table and writes it as JSON. Run with: npm run bench [-- FILE.json [ROUNDS]]
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { EditionName } from "../../src/model/edition.ts";
import type { Browser } from "../../src/model/browser.ts";
import type { World } from "../../src/model/world.ts";
import { realWorld } from "../../src/world/node.ts";
import { longText } from "./bench/long-text.ts";
import { median, time, timeBuild, type Times, valueOf } from "./bench/measure.ts";

interface Ratio {
  readonly what: string;
  readonly ratio: number;
  /** Median in milliseconds, for orientation. */
  readonly took?: number;
}

const root = join(import.meta.dirname, "..", "..");
const [file = join("node_modules", ".cache", "offprint-bench.json"), repeats = "3"] = process.argv.slice(2);
const editions: readonly EditionName[] = ["web", "ebook", "handout"];
const rounds = Number(repeats);
/** Sections in the short text; the long one has ten times as many. */
const sections = 6;
const times = 10;

const world = realWorld();
const temporary = mkdtempSync(join(tmpdir(), "offprint-bench-"));
const browser = valueOf(await world.browsers.open({}));
try {
  const ratios = [...(await guide(world, browser)), ...(await growth(world, browser)), ...cache()];
  const width = Math.max(...ratios.map(({ what }) => what.length));
  for (const { what, ratio, took } of ratios) {
    const shown = took === undefined ? "" : `${took.toFixed(0).padStart(8)} ms`;
    console.log(`${what.padEnd(width)}  ${ratio.toFixed(2).padStart(7)}${shown}`);
  }
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    `${JSON.stringify({ node: process.versions.node, browser: browser.version, ratios }, null, 2)}\n`,
  );
  console.log(`\nWritten ${file}`);
} finally {
  await browser.close();
  rmSync(temporary, { recursive: true, force: true });
}

/** Measures the parts of an uncached build of Offprint's guide. */
async function guide(outside: World, open: Browser): Promise<Ratio[]> {
  const source = join(root, "content", "offprint-guide");
  // The first build in a process is slower than later ones.
  await timeBuild(outside, open, source, editions);
  const found = await repeat(async () => {
    const built = await timeBuild(outside, open, source, editions);
    const { took: bare } = await time(() => open.print(built.html));
    return { ...built, bare };
  });
  const [bare, whole, printing] = [
    median(found.map((item) => item.bare)),
    median(found.map((item) => item.whole)),
    median(found.map((item) => item.printing)),
  ];
  const shares = editions.map((edition) => ({ edition, took: medianOf(found, edition) }));
  const handout = medianOf(found, "handout");
  const prepared = whole - shares.reduce((sum, { took }) => sum + took, 0);
  return [
    { what: "guide: handout / one bare printToPDF", ratio: handout / bare, took: handout },
    { what: "guide: all prints of the handout / one bare printToPDF", ratio: printing / bare, took: printing },
    { what: "guide: prints for the handout, count", ratio: median(found.map(({ prints }) => prints)) },
    { what: "guide: reading, charts and fonts / whole build", ratio: prepared / whole, took: prepared },
    ...shares.map(({ edition, took }) => ({ what: `guide: ${edition} / whole build`, ratio: took / whole, took })),
  ];
}

/** Returns the exponent k of time ~ length^k: 1 is linear, 2 is quadratic. */
async function growth(outside: World, open: Browser): Promise<Ratio[]> {
  const [short, long] = [join(temporary, "short.md"), join(temporary, "long.md")];
  writeFileSync(short, longText(sections));
  writeFileSync(long, longText(sections * times));
  const small = await repeat(() => timeBuild(outside, open, short, editions));
  const large = await repeat(() => timeBuild(outside, open, long, editions));
  const exponent = (number: number, other: number): number => Math.log(other / number) / Math.log(times);
  const parts = [
    ...editions.map((edition) => [edition, medianOf(small, edition), medianOf(large, edition)] as const),
    ["whole build", ...[small, large].map((runs) => median(runs.map(({ whole }) => whole)))] as const,
  ];
  return parts.map(([part, number = Number.NaN, ten = Number.NaN]) => ({
    what: `${times} times the text: ${part}, exponent`,
    ratio: exponent(number, ten),
    took: ten,
  }));
}

async function repeat<T>(work: () => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (let round = 0; round < rounds; round += 1) found.push(await work());
  return found;
}

function medianOf(runs: readonly Times[], edition: EditionName): number {
  return median(runs.map((run) => run.editions.get(edition) ?? Number.NaN));
}

/** Measures whole commands, as an author runs them: with everything in the cache, and with an empty one. */
function cache(): Ratio[] {
  const out = join(temporary, "out");
  const run = (...more: readonly string[]): number => {
    const start = performance.now();
    const words = [join(root, "src", "main.ts"), "build", join(root, "content"), "--out", out, ...more];
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return performance.now() - start;
  };
  run();
  const pairs = Array.from({ length: rounds }, () => ({ cached: run(), anew: run("--no-cache") }));
  const [cached, anew] = [median(pairs.map((pair) => pair.cached)), median(pairs.map((pair) => pair.anew))];
  return [{ what: "build of content/: from the cache / anew", ratio: cached / anew, took: cached }];
}
