import type { ChartLook } from "../charts/look.ts";
import { digestOf } from "../cache/digest.ts";
import { openStore } from "../cache/store.ts";
import { toolDigest, toolInputs } from "../cache/tool.ts";
import type { OffprintConfig } from "../config/offprint-config.ts";
import type { RenderedArtifact, RenderRequest } from "./render-request.ts";
import { editionOf } from "../model/every-edition.ts";
import type { Outcome } from "../model/outcome.ts";
import type { DrawIn } from "./draw-charts.ts";
import { artifactEntries, openRecords } from "./build-records.ts";
import type { Built } from "./built.ts";
import type { Finish } from "./finish.ts";
import type { BrowserProgram, World } from "../model/world.ts";
import { once } from "../model/once.ts";

export { measureStore } from "../cache/store.ts";

/** How a run reuses the results of earlier runs. */
export interface BuildCache {
  make(request: RenderRequest): Promise<Outcome<RenderedArtifact>>;
  readonly draw: DrawIn;
  /**
   * Returns the result of `work`, or its earlier result when nothing that it read has changed since. `work` must read
   * from the world that it is given. `key` holds everything else that it depends on. An earlier result is passed to
   * `finish`, one publication after another; `work` does that itself.
   */
  remember(world: World, key: unknown, work: Building, finish?: Finish): Promise<Outcome<Built[]>>;
  /** Call at the end of a run. */
  tidy(): Promise<void>;
}

export type Building = (world: World) => Promise<Outcome<Built[]>>;

/** Reuses nothing. Loads the code that writes files and draws charts only when it is needed, because it is large. */
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
 * Takes results built from exactly the same inputs from the cache, with their diagnostics; builds and stores all
 * others. A key is the digest of all inputs, so nobody has to remember what a change affects.
 */
export function openBuildCache(world: World, config: OffprintConfig, limit?: number): BuildCache {
  const store = openStore(world, limit);
  const records = openRecords(world);
  const tool = once(() => records.recall(world, ["tool", toolInputs(world)], (seen) => toolDigest(seen)));
  const path = config.browser === undefined ? {} : { path: config.browser };
  const browser = once(() =>
    records.recall(world, ["browser", path, browserInputs(world)], (seen) => world.browsers.identify(path, seen.disk)),
  );
  const artifacts = artifactEntries(store);

  /** `isKept` reports whether a result depends only on its key. */
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
    // Findings of external checkers are never cached.
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

  /** Returns the inputs of a build besides its request and the files that it reads. */
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
    async remember(seen, key, work, finish) {
      const around = await surroundings();
      return around === undefined ? work(seen) : records.build(seen, [around, key], artifacts, work, finish);
    },
    async tidy() {
      await Promise.all([store.tidy(), records.tidy()]);
    },
  };
}

/** Returns a chart look without its functions, which follow from its fonts. */
function shownOf(look: ChartLook) {
  return { ...look, regular: null, strong: null };
}

/** Returns the inputs besides files that decide which browser is tried first. */
function browserInputs({ host: { variables, ...host } }: World): unknown {
  const named = Object.entries(variables).filter(([name]) =>
    /^(?:PATH|HOME|LOCALAPPDATA|.*(?:PUPPETEER|OFFPRINT|CHROME|PROGRAM).*)$/i.test(name),
  );
  return { ...host, variables: named };
}

/**
 * Failures are not cached: the browser may be at fault, and the location of their diagnostics is not part of the key.
 */
const isGood = ({ ok }: Outcome<unknown>): boolean => ok;

/**
 * Returns all inputs of an artifact except the browser. The template engine follows from the template files, source
 * locations from the text, and the numbered chapters from the whole publication.
 */
function inputsOf(request: RenderRequest) {
  const { whole, chapters: _, backMatter: __, ...prepared } = request.publication;
  const chapters = whole.chapters.map(({ source, ...chapter }) => {
    const { file } = source.locate({ start: { line: 1, column: 1 } });
    return { ...chapter, source: [source.text, file.shown] };
  });
  // For reference files, their parsed content counts, not their modification times.
  const { citations: library } = whole;
  const citations = library && { ...library, style: { ...library.style, file: null }, files: null };
  const publication = { ...prepared, whole: { ...whole, chapters, citations } };
  return {
    ...request,
    publication,
    browser: null,
    workers: null,
    onWritten: null,
    onPages: null,
    onPrinting: null,
    template: { ...request.template, engine: null },
  };
}

/** Returns the program of a started browser, by its own word. */
async function started({ browser }: RenderRequest): Promise<BrowserProgram | undefined> {
  const opened = await browser();
  return opened.ok ? { path: opened.value.path, identity: opened.value.version } : undefined;
}

/** Reports whether a print uses system fonts, whose digest is unknown. */
function usesSystemFonts({ lacking, publication }: RenderRequest): boolean {
  const hasText = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes("<text");
  const images = [...publication.images.values()];
  return lacking.length > 0 || images.some(({ mediaType, bytes }) => mediaType === "image/svg+xml" && hasText(bytes));
}
