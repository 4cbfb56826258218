import type { Code } from "mdast";
import type { DrawChart } from "../charts/illustrate-block.ts";
import { findBlocks } from "../charts/find-blocks.ts";
import type { Illustration } from "../model/chart.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Image } from "../model/image.ts";
import type { World } from "../model/world.ts";
import type { LoadedSources } from "./load.ts";
import type { ChosenTemplate } from "./template-context.ts";

/** Draws in a world, which has the processes that can be stopped. */
export type DrawIn = (world: World, ...chart: Parameters<DrawChart>) => ReturnType<DrawChart>;

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

/** Draw the charts of a publication; where it has none, nothing that draws is loaded. `isLarge`: for large print, too. */
export async function drawCharts(
  world: World,
  { source, parsed, metadata, facts }: LoadedSources,
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
  const draw: DrawChart = (...chart) => drawIn(world, ...chart);
  return illustrate(chapters, { world, chosen, draw, confines: source, facts, isLarge });
}
