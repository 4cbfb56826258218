import type { TemplateChoices } from "../../template/options.ts";
import { readGeometry } from "../../template/page-geometry.ts";

/** A page in twentieths of a point. */
export interface WordPage {
  readonly width: number;
  readonly height: number;
  readonly margin: Readonly<Record<"top" | "right" | "bottom" | "left" | "gutter", number>>;
}

/** Regions that use US Letter paper (CLDR, paperSize); all others use A4. */
const letterRegions = new Set("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split(" "));

const papers = { letter: [12_240, 15_840], A4: [11_906, 16_838] } as const;

const inch = 1440;

/**
 * Returns the pages of a document, which has one column, for comments and changes: those that the article chooses, else the
 * paper of its region.
 */
export function pageFor(options: TemplateChoices, language: string): WordPage {
  const { size, margins, gutter } = readGeometry(options);
  const region = new Intl.Locale(language).maximize().region ?? "US";
  const usual = letterRegions.has(region) ? "letter" : "A4";
  const paper = papers[options.paper === "edition" ? usual : options.paper];
  const [width, height] = size ? [twips(size[0]), twips(size[1])] : paper;
  const side = Math.min(1.1 * inch, width / 7);
  const end = Math.min(inch, height / 8);
  const [top, right, bottom, left] = margins?.map(twips) ?? [end, side, end, side];
  const margin = { top, right, bottom, left, gutter: twips(gutter) };
  return { width, height, margin: roundedValues(margin) };
}

/** Returns the page on its long side. A page that is as wide as high stays as it is. */
export function turned(page: WordPage): WordPage {
  return { ...page, width: Math.max(page.width, page.height), height: Math.min(page.width, page.height) };
}

/** Returns the width of a line. */
export function lineWidth({ width, margin }: WordPage): number {
  return width - margin.left - margin.right - margin.gutter;
}

/** Returns the height of the text on a page. */
export function textHeight({ height, margin }: WordPage): number {
  return height - margin.top - margin.bottom;
}

function twips(points: number): number {
  return Math.round(points * 20);
}

function roundedValues<K extends string>(record: Readonly<Record<K, number | undefined>>): Record<K, number> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, Math.round(Number(value))])) as Record<
    K,
    number
  >;
}
