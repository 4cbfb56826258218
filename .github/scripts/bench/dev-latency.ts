// Measures how long an author waits for the preview: from saving an article until its new web page and its new PDF are
// announced. Prints a line of JSON: wall-clock milliseconds, CPU milliseconds of this process (`…Used`), and MiB. Run
// with: node .github/scripts/bench/dev-latency.ts [SAVES]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deriveWorld } from "../../../src/model/derive-world.ts";
import { openBuildCache } from "../../../src/pipeline/build-cache.ts";
import { startPreview } from "../../../src/preview/preview.ts";
import type { PreviewState } from "../../../src/preview/state.ts";
import { realWorld } from "../../../src/world/node.ts";
import { longText } from "./long-text.ts";
import { median, valueOf } from "./measure.ts";

const [saves = 7] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "offprint-dev-"));
const article = join(folder, "text", "article.md");
mkdirSync(join(folder, "text"));

const outside = realWorld();
const world = deriveWorld(outside, {
  host: { ...outside.host, workingFolder: folder, cacheFolder: join(folder, "cache") },
});
const request = {
  sources: ["text"],
  editions: ["web", "ebook", "handout"],
  config: {},
  toolVersion: "0",
  cache: openBuildCache(world, {}),
} as const;

/** Yields the states that the preview announces, with their times. */
async function* statesOf(url: string): AsyncGenerator<PreviewState> {
  const { body } = await fetch(`${url}events`);
  let rest = "";
  for await (const piece of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    const events = (rest + piece).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) yield JSON.parse(event.replace("data: ", "")) as PreviewState;
  }
}

/** Returns CPU milliseconds of this process, without the browser's. */
function usedSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function digestIn({ publications }: PreviewState, format: string): string | undefined {
  return publications.flatMap(({ files }) => files).find((file) => file.format === format)?.sha256;
}

writeFileSync(article, longText(3));
const preview = valueOf(await startPreview(world, request, 0));
try {
  const states = statesOf(preview.url);
  const next = async (isWanted: (state: PreviewState) => boolean): Promise<PreviewState> => {
    for (;;) {
      const state = (await states.next()).value as PreviewState | undefined;
      if (!state) throw new Error("The preview has ended.");
      if (isWanted(state)) return state;
    }
  };
  let shown = await next((state) => !state.building && digestIn(state, "pdf") !== undefined);
  const found: Readonly<Record<"html" | "htmlUsed" | "pdf" | "pdfUsed" | "used", number>>[] = [];
  for (let save = 0; save < saves; save += 1) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    const before = shown;
    const changed = (format: string) => (state: PreviewState) =>
      ![undefined, digestIn(before, format)].includes(digestIn(state, format));
    writeFileSync(article, longText(3).replace("A paragraph", `Paragraph ${save}`));
    const early = await next(changed("html"));
    const [html, htmlUsed] = [performance.now() - start, usedSince(used)];
    shown = changed("pdf")(early) ? early : await next(changed("pdf"));
    const [pdf, pdfUsed] = [performance.now() - start, usedSince(used)];
    if (shown.building) shown = await next(({ building }) => !building);
    found.push({ html, htmlUsed, pdf, pdfUsed, used: usedSince(used) });
  }
  const of = (name: keyof (typeof found)[number]): number => Math.round(median(found.map((item) => item[name])));
  const memory = Math.round(process.memoryUsage.rss() / 2 ** 20);
  const until = {
    html: of("html"),
    htmlUsed: of("htmlUsed"),
    pdf: of("pdf"),
    pdfUsed: of("pdfUsed"),
    used: of("used"),
  };
  console.log(JSON.stringify({ ...until, memory }));
} finally {
  await preview.close();
  rmSync(folder, { recursive: true, force: true });
}
