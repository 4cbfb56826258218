import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeBook } from "./book.ts";
import { longText } from "./long-text.ts";
import { type Cost, measureCommand, type Measured } from "./measure-command.ts";
import { median } from "./measure.ts";
import { writeNovel } from "./novel.ts";
import type { Peer } from "./peers.ts";
import type { Benchmark, Row } from "./row.ts";
import { shortText } from "./short-text.ts";

export interface Bench {
  /** For source texts and output. */
  readonly folder: string;
  /** The path of Offprint's program. */
  readonly main: string;
  /** Repetitions of rows that take seconds; longer ones are measured once. */
  readonly rounds: number;
  readonly articles: number;
  readonly bookChapters: number;
  readonly novelChapters: number;
  readonly peer: Peer | undefined;
}

/** The approximate pages per chapter of the book. */
const pagesPerChapter = 6;

/** Measures a command, including its stages and pages. */
export async function inTurn(
  work: string,
  ours: () => Promise<Measured>,
  peer: (() => Promise<Cost>) | undefined,
  rounds: number,
): Promise<Row> {
  const runs: Measured[] = [];
  const peers: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) {
    runs.push(await ours());
    if (peer) peers.push(await peer());
  }
  const output = runs.at(-1)?.output ?? "";
  const stages = Array.from(output.matchAll(/^(\S.*?) {2,}(\d+) ms/gm), ([, stage = "", milliseconds]) => ({
    stage,
    milliseconds: Number(milliseconds),
  }));
  const pages = Array.from(output.matchAll(/, (\d+) pages?\)/g), ([, count]) => Number(count));
  return {
    work,
    ours: middle(runs),
    ...(peers.length > 0 && { peer: middle(peers) }),
    ...(stages.length > 0 && { stages }),
    ...(pages.length > 0 && { pages: pages.reduce((sum, count) => sum + count, 0) }),
  };
}

/** Returns the builds of one article, several articles, a book and a novel. */
export function buildBenchmarks(bench: Bench): Benchmark[] {
  const { rounds, articles, peer } = bench;
  const make = builder(bench);
  const single = (): string[] => writeShort(bench, 1);
  const many = (): string[] => writeShort(bench, articles);
  return [
    {
      name: "article",
      measure: async () => {
        const [text = ""] = single();
        // Node compiles the program only once, on its first run.
        await make(text);
        return [
          await inTurn(
            "one article of two pages, all made anew",
            () => make(text, "--no-cache"),
            peer?.([[text]]),
            rounds,
          ),
        ];
      },
    },
    {
      name: "article-again",
      measure: async () => {
        const [text = ""] = single();
        await make(text);
        return [await inTurn("the same again, nothing changed", () => make(text), peer?.([[text]]), rounds)];
      },
    },
    {
      name: "articles",
      measure: async () => {
        const texts = many();
        const files = texts.map((text) => [text]);
        const work = `${articles} articles, all made anew`;
        return [await inTurn(work, () => make(folderOf(bench, articles), "--no-cache"), peer?.(files), 1)];
      },
    },
    {
      name: "articles-again",
      measure: async () => {
        many();
        const folder = folderOf(bench, articles);
        await make(folder);
        return [await inTurn(`the same ${articles} again, nothing changed`, () => make(folder), undefined, rounds)];
      },
    },
    {
      name: "book",
      measure: async () => {
        const { bookChapters: chapters } = bench;
        const files = writeBook(join(bench.folder, "book"), chapters);
        const work = `a book of ${chapters} chapters`;
        return [await inTurn(work, () => make(join(bench.folder, "book"), "--no-cache"), peer?.([files]), 1)];
      },
    },
    {
      name: "novel",
      measure: async () => {
        const { novelChapters: chapters } = bench;
        const file = join(bench.folder, "novel.md");
        writeNovel(file, chapters);
        return [await inTurn(`a novel of ${chapters} chapters`, () => make(file, "--no-cache"), peer?.([[file]]), 1)];
      },
    },
  ];
}

/** Measures how cost grows with the number of articles, and with the pages of one text. */
export function growthBenchmarks(bench: Bench): Benchmark[] {
  const { peer } = bench;
  const make = builder(bench);
  const ofArticles = [1, 10, 100, 1000].map((count): Benchmark => ({
    name: `articles-${count}`,
    isLong: count > 100,
    measure: async () => {
      const files = writeLong(bench, count).map((text) => [text]);
      const folder = folderOf(bench, count, "long");
      const beside = count > 100 ? undefined : peer?.(files);
      const row = await inTurn(`${count} articles`, () => make(folder, "--no-cache"), beside, 1);
      return [{ ...row, size: { of: "articles", count } }];
    },
  }));
  const ofPages = [10, 100, 1000].map((pages): Benchmark => ({
    name: `pages-${pages}`,
    isLong: pages > 100,
    measure: async () => {
      const folder = join(bench.folder, `pages-${pages}`);
      const files = writeBook(folder, Math.max(1, Math.round(pages / pagesPerChapter)));
      const beside = pages > 100 ? undefined : peer?.([files]);
      const row = await inTurn(`${pages} pages`, () => make(folder, "--no-cache"), beside, 1);
      return [{ ...row, size: { of: "pages", count: row.pages ?? pages } }];
    },
  }));
  return [...ofArticles, ...ofPages];
}

function builder({ main, folder }: Bench) {
  return (source: string, ...words: readonly string[]): Promise<Measured> =>
    measureCommand(process.execPath, [main, "build", source, "--out", join(folder, "out"), "--profile", ...words]);
}

/** Writes articles of four pages, with tables, notes and references. */
function writeLong(bench: Bench, count: number): string[] {
  return writeArticles(folderOf(bench, count, "long"), count, (number) =>
    longText(3).replace("A text", `Text ${number}`),
  );
}

/** Writes articles of two pages of prose. */
function writeShort(bench: Bench, count: number): string[] {
  return writeArticles(folderOf(bench, count), count, (number) => shortText(`Text ${number}`));
}

/** Writes this many articles, each in its own folder, under a common one. */
function writeArticles(above: string, count: number, textOf: (number: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => {
    const folder = join(above, `text-${index + 1}`);
    mkdirSync(folder, { recursive: true });
    const path = join(folder, "article.md");
    writeFileSync(path, textOf(index + 1));
    return path;
  });
}

function folderOf({ folder }: Bench, count: number, kind = "short"): string {
  return join(folder, `${kind}-${count}`);
}

function middle(costs: readonly Cost[]): Cost {
  const of = (name: keyof Cost): number => median(costs.map((cost) => cost[name]));
  return { wall: of("wall"), processors: of("processors"), memory: of("memory"), browser: of("browser") };
}
