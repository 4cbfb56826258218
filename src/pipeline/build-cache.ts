import type { ChartLook } from "../charts/look.ts";
import { digestOf } from "../cache/digest.ts";
import { openStore } from "../cache/store.ts";
import { toolDigest, toolInputs } from "../cache/tool.ts";
import type { OffprintConfig } from "../config/offprint-config.ts";
import type { RenderedArtifact, RenderRequest } from "./render-request.ts";
import { editionOf } from "../model/every-edition.ts";
import type { Outcome } from "../model/outcome.ts";
import type { DrawIn } from "./draw-charts.ts";
import { artifactBytes, openRecords } from "./build-records.ts";
import type { Built } from "./built.ts";
import type { BrowserProgram, World } from "../model/world.ts";
import { once } from "../model/once.ts";

export { measureStore } from "../cache/store.ts";

/** How a run makes what an earlier run may have made already. */
export interface BuildCache {
  make(request: RenderRequest): Promise<Outcome<RenderedArtifact>>;
  readonly draw: DrawIn;
  /**
   * What `work` comes to, or what it came to earlier when nothing that it read has changed since. It has to read from the
   * world that it is given. `key`: all that it depends on besides.
   */
  remember(world: World, key: unknown, work: Building): Promise<Outcome<Built[]>>;
  /** At the end of a run. */
  tidy(): Promise<void>;
}

export type Building = (world: World) => Promise<Outcome<Built[]>>;

/** Everything is made anew. What it takes to write files and to draw charts is large, and only opened to do it. */
export const noCache: BuildCache = {
  make: async (request) => (await import("./render.ts")).makeArtifact(request),
  draw: {
    chart: async (seen, spec, look, location, by) =>
      by === "author"
        ? (await import("./draw-confined.ts")).drawConfined(seen, spec, look, location)
        : (await import("../charts/draw.ts")).drawChart(spec, look, location),
    diagram: async (...diagram) => (await import("./draw-diagram.ts")).drawDiagram(...diagram),
  },
  remember: (world, _key, work) => work(world),
  tidy: () => Promise.resolve(),
};

/**
 * What was made of exactly the same is taken from the cache, with its diagnostics; everything else is made and kept. A key
 * is the digest of all that goes in, whatever it is: nobody has to remember what a change may touch.
 */
export function openBuildCache(world: World, config: OffprintConfig, limit?: number): BuildCache {
  const store = openStore(world, limit);
  const records = openRecords(world);
  const tool = once(() => records.recall(world, ["tool", toolInputs(world)], (seen) => toolDigest(seen)));
  const path = config.browser === undefined ? {} : { path: config.browser };
  const browser = once(() =>
    records.recall(world, ["browser", path, browserInputs(world)], (seen) => world.browsers.identify(path, seen.disk)),
  );
  const artifacts = artifactBytes(store);

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
    const made = found ? (found.value as T) : await make();
    if (!found) {
      if (!(await isKept(made))) return made;
      await store.keep(name, made);
    }
    artifacts.note(name, made);
    return made;
  }

  const make: BuildCache["make"] = async (request) => {
    // Other programs' findings are asked for anew.
    if (request.checkers) return noCache.make(request);
    const inputs = inputsOf(request);
    const anew = () => noCache.make(request);
    if (editionOf(request.edition).format !== "pdf") return keep(["artifact", inputs], anew, isGood);
    if (usesSystemFonts(request)) return anew();
    const program = (await browser()) ?? (await started(request));
    if (!program) return anew();
    // The program that was to be tried first may not have started.
    const isKept = async (made: Outcome<RenderedArtifact>) =>
      made.ok && (await started(request))?.path === program.path;
    return keep(["artifact", inputs, program], anew, isKept);
  };

  /** What decides about a build besides its request and the files that it reads. */
  async function surroundings(): Promise<unknown> {
    const [program, printer] = await Promise.all([tool(), browser()]);
    const today = world.clock.now().toISOString().slice(0, 10);
    const { workingFolder, variables } = world.host;
    return program && printer && { program, printer, today, workingFolder, epoch: variables["SOURCE_DATE_EPOCH"] };
  }

  return {
    make,
    draw: {
      chart: (seen, spec, look, ...where) =>
        keep(["chart", spec, shownOf(look)], () => noCache.draw.chart(seen, spec, look, ...where), isGood),
      diagram: (seen, open, { language, source, ...place }, look) =>
        keep(
          ["diagram", language, source, shownOf(look)],
          () => noCache.draw.diagram(seen, open, { language, source, ...place }, look),
          isGood,
        ),
    },
    async remember(seen, key, work) {
      const around = await surroundings();
      return around === undefined ? work(seen) : records.build(seen, [around, key], artifacts, work);
    },
    async tidy() {
      await Promise.all([store.tidy(), records.tidy()]);
    },
  };
}

/** A look without its functions, which follow from its fonts. */
function shownOf(look: ChartLook) {
  return { ...look, regular: null, strong: null };
}

/** What decides besides files which browser is tried first. */
function browserInputs({ host: { variables, ...host } }: World): unknown {
  const named = Object.entries(variables).filter(([name]) =>
    /^(?:PATH|HOME|LOCALAPPDATA|.*(?:PUPPETEER|OFFPRINT|CHROME|PROGRAM).*)$/i.test(name),
  );
  return { ...host, variables: named };
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
  // Of the files of references, what is read from them counts, and not when they were written.
  const { citations: given } = whole;
  const citations = given && { ...given, style: { ...given.style, file: null }, files: null };
  const publication = { ...prepared, whole: { ...whole, chapters, citations } };
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
