import type { Code } from "mdast";
import { type DrawDiagram, diagramLanguages } from "../charts/diagrams/diagram.ts";
import { illustrateDiagram } from "../charts/diagrams/illustrate-diagram.ts";
import { undrawnChart } from "../charts/undrawn.ts";
import { type DrawChart, illustrateBlock, mostRows } from "../charts/illustrate-block.ts";
import { type ChartLook, pictureWidth } from "../charts/look.ts";
import type { Facts } from "../config/facts-file.ts";
import type { SourceLocation } from "../diagnostics/diagnostic.ts";
import type { ChosenTemplate } from "../template/format.ts";
import type { Illustrations } from "./draw-charts.ts";
import type { Illustration } from "../model/chart.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Image, imageKey } from "../model/image.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import { inspectImage } from "../source/inspect-image.ts";
import type { Confines } from "../source/locate-file.ts";
import { readBeside } from "../source/read-beside.ts";
import { chartLook, onlyChartFaces } from "../template/chart-look.ts";
import { subsetFonts } from "../template/fonts.ts";

/** A chapter with its charts. */
export interface IllustratedChapter {
  readonly file: SourceFile;
  readonly blocks: readonly Code[];
  /** BCP 47. */
  readonly language: string;
}

/** What the charts of a publication are drawn with. */
export interface Illustrating {
  readonly world: World;
  readonly chosen: ChosenTemplate;
  readonly draw: DrawChart;
  readonly drawDiagram: DrawDiagram;
  /** Absolute, links resolved. */
  readonly confines: Confines;
  readonly facts: Facts;
  /** Whether charts are also drawn for large print. */
  readonly isLarge: boolean;
}

/** Draws the charts of all chapters with the template's fonts and colours. */
export async function illustrate(
  chapters: readonly IllustratedChapter[],
  { world, chosen, draw, drawDiagram, confines, facts, isLarge }: Illustrating,
): Promise<Illustrations> {
  const charts = new Map<Code, Illustration>();
  const images = new Map<string, Image>();
  const paths = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const { file, blocks, language } of chapters) {
    const look = (characters: string) => lookFor(world, chosen, characters, language);
    const read = async (address: string, location: SourceLocation) => {
      const position = location.position && { position: location.position };
      const found = await readBeside(world, confines, { address, from: file.path, file: file.shown, ...position });
      if (found.ok) paths.add(found.value.path);
      return found;
    };
    for (const block of blocks) {
      const name = `chart-${images.size + 1}.svg`;
      // No file's address has a query, so the address is unique.
      const address = `${name}?drawn`;
      const drawing = { look, draw, drawDiagram, language, file: file.shown, facts, read, isLarge };
      const isDiagram = diagramLanguages.has(block.lang ?? "");
      const drawn = await (isDiagram ? illustrateDiagram : illustrateBlock)(block, address, drawing);
      // A tool that is missing on this machine is reported once.
      const isSaid = diagnostics.some(({ rule }) => rule === "diagramTool");
      diagnostics.push(...drawn.diagnostics.filter(({ rule }) => !isSaid || rule !== "diagramTool"));
      if (!drawn.ok) {
        if (isDiagram) continue;
        const table = await undrawnChart(block, mostRows, { language, file: file.shown, read });
        if (table) charts.set(block, table);
        continue;
      }
      const { svg, large, illustration } = drawn.value;
      const at = { file: file.shown, position: block.position };
      const picture = await inspectImage(new TextEncoder().encode(svg), name, at);
      const second = large === undefined ? undefined : await inspectImage(new TextEncoder().encode(large), name, at);
      diagnostics.push(...picture.diagnostics);
      if (!picture.ok) continue;
      charts.set(block, illustration);
      images.set(imageKey(file.path, address), {
        name: `charts/${name}`,
        ...picture.value,
        ...(second?.ok && { large: second.value }),
      });
    }
  }
  return { charts, images, diagnostics, read: [...paths] };
}

/** Returns the template's look for charts in a language, its fonts subset to these characters. */
async function lookFor(
  world: World,
  { template, options }: ChosenTemplate,
  characters: string,
  language: string,
): Promise<Outcome<ChartLook>> {
  const text = [...new Set(characters)].join("");
  const used = { text, code: "", math: "", languages: [language] };
  const fonts = await subsetFonts(world, onlyChartFaces(template), used);
  if (!fonts.ok) return fail(...fonts.diagnostics);
  return succeed({ ...chartLook(template, options, fonts.value, language), width: pictureWidth });
}
