import type { Code } from "mdast";
import { type ChartBlock, chartBlock, vegaLiteBlock } from "../config/chart-block.ts";
import type { Facts } from "../config/facts-file.ts";
import { readYaml } from "../config/read-yaml.ts";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import { rules } from "../diagnostics/rules.ts";
import type { Illustration } from "../model/chart.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import { beyondLimit } from "./bound-spec.ts";
import type { DrawDiagram } from "./diagrams/diagram.ts";
import { fillFacts } from "./fill-facts.ts";
import { inlineData } from "./inline-data.ts";
import { kindOf, kindRules } from "./kinds.ts";
import { textsWithoutGlyphs } from "./text-to-paths.ts";
import { type ChartLook, largeWidth } from "./look.ts";
import type { Part } from "./marks.ts";
import { fromRows, readCsv } from "./read-table.ts";
import { plotTable, tableOf } from "./table.ts";
import { toPlot } from "./to-plot.ts";

/** Draws a specification as SVG. One written by an author may never finish. */
export type DrawChart = (
  spec: Part,
  look: ChartLook,
  location: SourceLocation,
  by: "offprint" | "author",
) => Promise<Outcome<string>>;

/** What is needed to draw a block. */
export interface Drawing {
  /** Returns the template's look, with fonts for these characters. */
  readonly look: (characters: string) => Promise<Outcome<ChartLook>>;
  readonly draw: DrawChart;
  readonly drawDiagram: DrawDiagram;
  /** BCP 47. */
  readonly language: string;
  /** The block's file name, for diagnostics. */
  readonly file: string;
  /** Whether to draw a version for large print; an author's own specification has its own width. */
  readonly isLarge?: boolean;
  /** The values of `{ fact: id }` in rows. */
  readonly facts: Facts;
  /** Reads a file beside the article, from the publication's folder only. */
  readonly read: (address: string, location: SourceLocation) => Promise<Outcome<SourceFile>>;
}

/** A chart's picture, and its data for a figure. */
export interface Drawn {
  readonly illustration: Illustration;
  readonly svg: string;
  /** The version for large print, if it was requested. */
  readonly large?: string;
}

/**
 * As many rows as a person can compare in a picture of a page's width; an author's own specification may aggregate
 * more.
 */
export const mostRows = 200;
const mostValues = 5000;

/** Turns a fenced block with the language `chart` or `vega-lite` into a picture with its texts. */
export async function illustrateBlock(block: Code, address: string, drawing: Drawing): Promise<Outcome<Drawn>> {
  const { file, language } = drawing;
  const location: SourceLocation = { file, ...(block.position && { position: block.position }) };
  const yaml = { file, linesBefore: block.position?.start.line ?? 0, rule: "chartShape" } as const;
  const read = block.lang === "chart" ? readChart : readSpecification;
  const specified = await read(block.value, yaml, location, drawing);
  if (!specified.ok) return fail(...asChart(specified.diagnostics));
  const { draw, characters, described, table, facts = [] } = specified.value;
  const look = await drawing.look(`${block.value}${characters}${signsOfNumbers(language)}`);
  if (!look.ok) return look;
  const by = block.lang === "chart" ? "offprint" : "author";
  const svg = await drawing.draw(draw(look.value), look.value, location, by);
  if (!svg.ok) return svg;
  const isRedrawn = drawing.isLarge === true && by === "offprint";
  const wide = { ...look.value, width: largeWidth };
  const large = isRedrawn ? await drawing.draw(draw(wide), wide, location, by) : undefined;
  const strange = textsWithoutGlyphs(svg.value).map((text) => `"${text}"`);
  const message = `The template's fonts have no glyphs for ${strange.join(", ")}; readers see a font of their device.`;
  const diagnostics =
    strange.length > 0
      ? [diagnostic("chartGlyphs", message, "Add a font that has these characters, or replace them.", location)]
      : [];
  const { summary, caption, source, id } = described;
  return succeed(
    {
      illustration: { address, summary, caption, source, id, table, facts },
      svg: svg.value,
      ...(large?.ok && { large: large.value }),
    },
    [...specified.diagnostics, ...diagnostics],
  );
}

/** Reports a block that is not YAML as a chart of the wrong shape, shown as its source; the first error is enough. */
function asChart(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const [first] = diagnostics.filter(({ rule }) => rule === "yamlParses");
  const others = diagnostics.filter(({ rule }) => rule !== "yamlParses");
  const { severity, concern } = rules.chartShape;
  return first ? [{ ...first, rule: "chartShape", severity, concern }, ...others] : others;
}

interface Specified {
  readonly draw: (look: ChartLook) => Part;
  /** Characters that the data may add to those of the block. */
  readonly characters: string;
  readonly described: Pick<ChartBlock, "summary" | "caption" | "source" | "id">;
  readonly table: Illustration["table"];
  readonly facts?: readonly string[];
}

type Read = (
  text: string,
  yaml: Parameters<typeof readYaml>[2],
  location: SourceLocation,
  drawing: Drawing,
) => Promise<Outcome<Specified>>;

const readChart: Read = async (text, yaml, location, { language, read, facts }) => {
  const block = readYaml(text, chartBlock(kindRules()), yaml);
  if (!block.ok) return block;
  const { data, kind } = block.value;
  const file = typeof data === "string" ? await read(data, location) : undefined;
  if (file && !file.ok) return file;
  const filled = fillFacts(typeof data === "string" ? [] : data, facts, location);
  if (!filled.ok) return filled;
  const table = file ? readCsv(file.value, mostRows) : fromRows(filled.value.rows, mostRows, location);
  if (!table.ok) return table;
  const dataFile = file?.value.shown;
  const plot = toPlot({ block: block.value, table: table.value, location, dataFile, language });
  if (!plot.ok) return plot;
  return succeed({
    draw: (look) => kindOf(kind).draw(plot.value, look),
    characters: file?.value.text ?? "",
    described: block.value,
    table: plotTable(plot.value),
    facts: filled.value.facts,
  });
};

const readSpecification: Read = async (text, yaml, location, { language, read }) => {
  const block = readYaml(text, vegaLiteBlock, yaml);
  if (!block.ok) return block;
  const { usermeta, ...spec } = block.value;
  const inlined = await inlineData(spec, mostValues, (address) => read(address, location), location);
  if (!inlined.ok) return fail(...inlined.diagnostics);
  const { value, tables } = inlined.value;
  const beyond = beyondLimit(value);
  if (beyond !== undefined)
    return fail(diagnostic("chartDrawn", `This chart is too large: ${beyond}.`, undefined, location));
  const [table] = tables;
  return succeed({
    draw: () => value,
    characters: JSON.stringify(tables),
    described: usermeta,
    table: table && tableOf(table, mostRows, language),
  });
};

/** Printable ASCII: characters that Vega may add. */
const printable = String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 32 + index));

/** Returns the digits and signs with which the language writes numbers. */
function signsOfNumbers(language: string): string {
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: "percent" });
  return `${printable}–−…${number.format(-1_234_567_890.5)}${percent.format(-1)}`;
}
