import { digestOf } from "../cache/digest.ts";
import { openStore } from "../cache/store.ts";
import { toolDigest } from "../cache/tool.ts";
import type { OffprintConfig } from "../config/offprint-config.ts";
import type { DrawChart } from "../charts/draw.ts";
import type { RenderedArtifact, RenderRequest } from "./render-request.ts";
import { editions } from "../model/edition.ts";
import type { Outcome } from "../model/outcome.ts";
import type { BrowserProgram, World } from "../model/world.ts";

export { measureStore } from "../cache/store.ts";

/** How a run makes what an earlier run may have made already. */
export interface BuildCache {
  make(request: RenderRequest): Promise<Outcome<RenderedArtifact>>;
  readonly draw: DrawChart;
  /** At the end of a run. */
  tidy(): Promise<void>;
}

/** Everything is made anew. What it takes to write files and to draw charts is large, and only opened to do it. */
export const noCache: BuildCache = {
  make: async (request) => (await import("./render.ts")).makeArtifact(request),
  draw: async (...chart) => (await import("../charts/draw.ts")).drawChart(...chart),
  tidy: () => Promise.resolve(),
};

/**
 * What was made of exactly the same is taken from the cache, with its diagnostics; everything else is made and kept. A key
 * is the digest of all that goes in, whatever it is: nobody has to remember what a change may touch.
 */
export function openBuildCache(world: World, config: OffprintConfig, limit?: number): BuildCache {
  const store = openStore(world, limit);
  const tool = once(() => toolDigest(world));
  const browser = once(() => world.browsers.identify(config.browser === undefined ? {} : { path: config.browser }));

  /** `isKept` says of what was made whether the key told all. */
  async function keep<T>(
    key: readonly [step: string, ...inputs: unknown[]],
    make: () => Promise<T>,
    isKept: (made: T) => boolean | Promise<boolean> = () => true,
  ): Promise<T> {
    const program = await tool();
    if (program === undefined) return make();
    const name = digestOf([program, ...key]);
    const found = await store.find(name);
    if (found) return found.value as T;
    const made = await make();
    if (await isKept(made)) await store.keep(name, made);
    return made;
  }

  return {
    async make(request) {
      // Other programs' findings are asked for anew.
      if (request.checkers) return noCache.make(request);
      const inputs = inputsOf(request);
      const make = () => noCache.make(request);
      if (editions[request.edition].format !== "pdf") return keep(["artifact", inputs], make, isGood);
      if (usesSystemFonts(request)) return make();
      const program = (await browser()) ?? (await started(request));
      if (!program) return make();
      // The program that was to be tried first may not have started.
      const isKept = async (made: Outcome<RenderedArtifact>) =>
        made.ok && (await started(request))?.path === program.path;
      return keep(["artifact", inputs, program], make, isKept);
    },
    draw(spec, look, spot) {
      const shown = { ...look, regular: null, strong: null };
      return keep(["chart", spec, shown], () => noCache.draw(spec, look, spot), isGood);
    },
    tidy: () => store.tidy(),
  };
}

/** A failure may be the browser's, and its next try a success; and a diagnostic of it stands at a place of its own. */
const isGood = ({ ok }: Outcome<unknown>): boolean => ok;

/**
 * All that an artifact is made from, but for the browser. The template's engine is made from its files, what finds a place
 * in a chapter's source from its text, and the chapters with their numbers from the whole publication.
 */
function inputsOf(request: RenderRequest) {
  const { whole, chapters: _, backMatter: __, ...prepared } = request.publication;
  const chapters = whole.chapters.map(({ source, ...chapter }) => {
    const { file } = source.locate({ start: { line: 1, column: 1 } });
    return { ...chapter, source: [source.text, file.shown] };
  });
  const publication = { ...prepared, whole: { ...whole, chapters } };
  return { ...request, publication, browser: null, template: { ...request.template, engine: null } };
}

/** The browser that a started one is, by its own word. */
async function started({ browser }: RenderRequest): Promise<BrowserProgram | undefined> {
  const opened = await browser();
  return opened.ok ? { path: opened.value.path, identity: opened.value.version } : undefined;
}

/** Whether a print has letters from fonts of the machine, which nobody can tell the digest of. */
function usesSystemFonts({ lacking, publication }: RenderRequest): boolean {
  const hasText = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes("<text");
  const images = [...publication.images.values()];
  return lacking.length > 0 || images.some(({ mediaType, bytes }) => mediaType === "image/svg+xml" && hasText(bytes));
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => (done ??= work());
}
