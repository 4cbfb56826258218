// What a command takes beside other programs that are installed, in turn in one run. Writes `.github/BENCHMARKS.md` and its
// plot. Run with: npm run bench [-- ARTICLES [ROUNDS]]; the programs that are missing are left out.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../src/index.ts";
import { writeBook } from "./bench/book.ts";
import { longText } from "./bench/long-text.ts";
import { median } from "./bench/measure.ts";

/** Seconds of the clock, seconds of all processors with those of the browser, and MiB at most. */
interface Cost {
  readonly wall: number;
  readonly processors: number;
  readonly memory: number;
}

interface Row {
  readonly work: string;
  readonly ours: Cost;
  readonly peer?: Cost;
}

const root = join(import.meta.dirname, "..", "..");
const [articles = 40, rounds = 3] = process.argv.slice(2).map(Number);
/** Of a book of 1.1 MB. */
const chapters = 111;
/** Milliseconds after which a program is ended, and the run with it. */
const longest = 15 * 60 * 1000;
const folder = mkdtempSync(join(tmpdir(), "offprint-bench-"));
const main = join(root, "lib", "main.js");
if (!existsSync(main)) throw new Error("First make the package's bundle: node .github/scripts/bundle.ts");

try {
  const rows = [...measure()];
  writeFileSync(join(root, ".github", "BENCHMARKS.md"), report(rows));
  writeFileSync(join(root, ".github", "pictures", "benchmarks.svg"), await plot(rows));
  console.log(report(rows));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function* measure(): Generator<Row> {
  const texts = Array.from({ length: articles }, (_, index) => join(folder, "texts", `text-${index + 1}`));
  for (const [index, text] of texts.entries()) {
    mkdirSync(text, { recursive: true });
    writeFileSync(join(text, "article.md"), longText(3).replace("A text", `Text ${index + 1}`));
  }
  const [one = ""] = texts;
  const files = texts.map((text) => [join(text, "article.md")]);
  const many = join(folder, "texts");
  const ours = (...words: readonly string[]): Cost => run(process.execPath, [main, ...words]);
  const make = (source: string, ...words: readonly string[]): Cost =>
    ours("build", source, "--out", join(folder, "out"), ...words);
  yield inTurn(
    "the help, beside `node -e 0`",
    () => ours("--help"),
    () => run(process.execPath, ["-e", "0"]),
  );
  const hasPandoc =
    spawnSync("pandoc", ["--version"]).status === 0 && spawnSync("weasyprint", ["--version"]).status === 0;
  const pandoc = hasPandoc
    ? (sources: readonly (readonly string[])[]) => () => sum(sources.flatMap(pandocsThree))
    : undefined;
  // Node compiles the program once, at its first run.
  make(one);
  const first = join(one, "article.md");
  yield inTurn("one article, all made anew", () => make(one, "--no-cache"), pandoc?.([[first]]));
  yield inTurn("the same again", () => make(one), pandoc?.([[first]]));
  yield inTurn(`${articles} articles, all made anew`, () => make(many, "--no-cache"), pandoc?.(files));
  make(many);
  yield inTurn(`the same ${articles} again`, () => make(many), pandoc?.(files));
  const book = join(folder, "book");
  const written = writeBook(book, chapters);
  const work = `a book of ${chapters} chapters, all made anew, once`;
  yield inTurn(work, () => make(book, "--no-cache"), pandoc?.([written]), 1);
  yield* preview();
}

/** From saving an article of the preview until what was made of it is announced. */
function* preview(): Generator<Row> {
  const { stdout } = spawnSync(process.execPath, [join(import.meta.dirname, "bench", "dev-latency.ts")], {
    encoding: "utf8",
    timeout: longest,
  });
  const told = JSON.parse(stdout) as Readonly<Record<"html" | "htmlUsed" | "pdf" | "pdfUsed" | "memory", number>>;
  const seconds = (wall: number, processors: number) => ({ wall: wall / 1000, processors: processors / 1000 });
  const { html, htmlUsed, pdf, pdfUsed, memory } = told;
  yield { work: "`dev`: from saving an article to its web page", ours: { ...seconds(html, htmlUsed), memory } };
  yield { work: "`dev`: from saving an article to its PDF", ours: { ...seconds(pdf, pdfUsed), memory } };
}

function inTurn(work: string, ours: () => Cost, peer?: () => Cost, turns = rounds): Row {
  const pairs = Array.from({ length: turns }, () => ({ ours: ours(), peer: peer?.() }));
  const theirs = pairs.flatMap((pair) => pair.peer ?? []);
  const row = {
    work,
    ours: middle(pairs.map((pair) => pair.ours)),
    ...(theirs.length > 0 && { peer: middle(theirs) }),
  };
  console.error(`${work}: ${row.ours.wall.toFixed(2)} s`);
  return row;
}

/** pandoc's web page, e-book and, by WeasyPrint, PDF. */
function pandocsThree(sources: readonly string[]): Cost[] {
  return [["html"], ["epub"], ["pdf", "--pdf-engine=weasyprint"]].map(([ending = "", ...words]) =>
    run("pandoc", ["-s", ...sources, "-o", join(folder, `pandoc.${ending}`), ...words]),
  );
}

/** GNU time tells what a program and all that it started have used. */
function run(program: string, words: readonly string[]): Cost {
  const measured = ["-f", "\nCOST %e %U %S %M", program, ...words];
  const { status, stderr } = spawnSync("/usr/bin/time", measured, { encoding: "utf8", timeout: longest });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")}: ${stderr}`);
  const [wall = 0, user = 0, system = 0, memory = 0] = /COST (.*)/.exec(stderr)?.[1]?.split(" ").map(Number) ?? [];
  return { wall, processors: user + system, memory: memory / 1024 };
}

function middle(costs: readonly Cost[]): Cost {
  const of = (name: keyof Cost): number => median(costs.map((cost) => cost[name]));
  return { wall: of("wall"), processors: of("processors"), memory: of("memory") };
}

function sum(costs: readonly Cost[]): Cost {
  const of = (name: keyof Cost): number => costs.reduce((total, cost) => total + cost[name], 0);
  return { wall: of("wall"), processors: of("processors"), memory: Math.max(...costs.map(({ memory }) => memory)) };
}

function report(rows: readonly Row[]): string {
  const cells = (cost: Cost | undefined): string =>
    cost ? `${cost.wall.toFixed(2)} s | ${cost.processors.toFixed(2)} s` : "– | –";
  const ratio = ({ ours, peer }: Row, name: "wall" | "processors"): string =>
    peer && peer[name] > 0 ? (ours[name] / peer[name]).toFixed(2) : "–";
  const lines = rows.map((row) => {
    const { work, ours, peer } = row;
    const ratios = `${ratio(row, "wall")} | ${ratio(row, "processors")}`;
    return `| ${work} | ${cells(ours)} | ${Math.round(ours.memory)} MiB | ${cells(peer)} | ${ratios} |`;
  });
  return `# Benchmarks

Written by \`npm run bench\`. Each row is the median of ${rounds} rounds on ${availableParallelism()} processors with Node
${process.versions.node}; Offprint and its peer take turns. The peer is pandoc making a web page, an e-book and, by WeasyPrint, a PDF,
unless the row names another. The rows of \`dev\` leave out what the browser uses. Offprint checks what it makes, tags the PDF and numbers the e-book's pages. "Clock" is the time
until the command ends; "processors" is the time of all processors, which other work on the machine changes less.

| Work | clock | processors | memory | peer, clock | peer, processors | ratio, clock | ratio, processors |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${lines.join("\n")}

![The table as a chart: seconds of the processors for each row, Offprint beside its peer.](pictures/benchmarks.svg)
`;
}

/** By Offprint's own charts, taken from a web page that it makes. */
async function plot(rows: readonly Row[]): Promise<string> {
  const data = rows.flatMap(({ work, ours, peer }) =>
    peer ? [{ work: work.replaceAll("`", ""), ours: round(ours.processors), peer: round(peer.processors) }] : [],
  );
  const chart = {
    kind: "grouped bar",
    data,
    x: { field: "work", title: "Work" },
    y: { title: "Time", unit: "s" },
    series: [
      { field: "ours", label: "Offprint" },
      { field: "peer", label: "pandoc, node" },
    ],
    caption: "Seconds of the processors.",
    summary: "Each row of the table as a pair of bars.",
  };
  const text = join(folder, "plot.md");
  writeFileSync(
    text,
    `---\ntitle: Plot\ndate: 2026-11-01\n---\n\n\`\`\`chart\n${JSON.stringify(chart, null, 2)}\n\`\`\`\n`,
  );
  const { publications, diagnostics } = await build({ sources: text, editions: ["web"], cache: false, config: {} });
  const page = publications[0]?.artifacts[0]?.bytes;
  const [, base64] = /data:image\/svg\+xml;base64,([^"]+)/.exec(new TextDecoder().decode(page)) ?? [];
  if (base64 === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return Buffer.from(base64, "base64").toString("utf8");
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
