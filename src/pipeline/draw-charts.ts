import type { Code } from "mdast";
import type { DrawChart } from "../charts/illustrate-block.ts";
import type { DrawDiagram } from "../charts/diagrams/diagram.ts";
import { findBlocks } from "../charts/find-blocks.ts";
import type { Illustration } from "../model/chart.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Image } from "../model/image.ts";
import { once } from "../model/once.ts";
import type { World } from "../model/world.ts";
import type { LoadedSources } from "./load.ts";
import type { OpenBrowser } from "../model/browser.ts";
import type { ChosenTemplate } from "../template/format.ts";

/** Draws in a world whose processes can be stopped. */
export interface DrawIn {
  readonly chart: (world: World, ...chart: Parameters<DrawChart>) => ReturnType<DrawChart>;
  readonly diagram: (
    world: World,
    browser: OpenBrowser,
    ...diagram: Parameters<DrawDiagram>
  ) => ReturnType<DrawDiagram>;
}

/** The charts of a publication. */
export interface Illustrations {
  readonly charts: ReadonlyMap<Code, Illustration>;
  /** By `imageKey`. */
  readonly images: ReadonlyMap<string, Image>;
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the data files. */
  readonly read: readonly string[];
}

export const noCharts: Illustrations = { charts: new Map(), images: new Map(), diagnostics: [], read: [] };

/** Draws the charts of a publication; without charts, loads no drawing code. `isLarge`: also for large print. */
export async function drawCharts(
  world: World,
  { source, config, parsed, metadata, facts }: LoadedSources,
  chosen: ChosenTemplate,
  drawIn: DrawIn,
  isLarge = false,
): Promise<Illustrations> {
  const chapters = parsed.map(({ file, tree, frontMatter }) => ({
    file,
    blocks: findBlocks(tree),
    language: frontMatter.language ?? metadata.language,
  }));
  if (chapters.every(({ blocks }) => blocks.length === 0)) return noCharts;
  const { illustrate } = await import("./illustrate.ts");
  const draw: DrawChart = (...chart) => drawIn.chart(world, ...chart);
  // One browser for all charts, started for the first.
  const path = config.browser === undefined ? {} : { path: config.browser };
  const browser = once(() => world.browsers.open(path));
  let isAsked = false;
  const ask: OpenBrowser = () => ((isAsked = true), browser());
  const drawDiagram: DrawDiagram = (...diagram) => drawIn.diagram(world, ask, ...diagram);
  try {
    return await illustrate(chapters, { world, chosen, draw, drawDiagram, confines: source, facts, isLarge });
  } finally {
    const opened = isAsked ? await browser() : undefined;
    if (opened?.ok) await opened.value.close();
  }
}
