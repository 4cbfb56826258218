import type { Element, Parents } from "hast";
import { blocksOf } from "../../../model/blocks.ts";
import { elementsIn, hasClass } from "../../../model/hast.ts";
import type { SourceOrigin } from "../../../model/origin.ts";
import { blockId, type PagePosition, type PagePositions } from "../../../model/page-map.ts";
import { contentOfChapter, type Publication } from "../../../model/publication.ts";
import { textOf } from "../../../model/text-of.ts";

/** The text area of printed pages; lengths are in points. */
export interface PageArea {
  /** The height of the text area. */
  readonly height: number;
  readonly width: number;
  readonly columns: number;
}

/** A block that an author can shorten or leave out: a paragraph, a list, a table with its caption. */
export interface MeasuredBlock {
  readonly what: string;
  readonly words: string;
  readonly origin?: SourceOrigin;
  readonly page: number;
  /** The length in pages. */
  readonly length: number;
}

/** Returns the blocks of a publication in paper order; a block's length is the distance to the next one. */
export function measureBlocks(
  publication: Publication,
  positions: PagePositions,
  pages: number,
  area: PageArea,
): MeasuredBlock[] {
  const { chapters, backMatter } = publication;
  const trees = [...chapters.flatMap(contentOfChapter), ...backMatter.map(({ section }) => section)];
  const placed = unitsIn({ type: "root", children: trees }).flatMap((unit) => {
    const place = placeOf(unit, positions);
    return place ? [{ unit, page: place.page, from: distanceTo(place, area) }] : [];
  });
  const sorted = placed.toSorted((a, b) => a.from - b.from);
  return sorted.map(({ unit, page, from }, index) => {
    const end = sorted[index + 1]?.from ?? pages;
    const origin = originIn(unit);
    const words = textOf(headingOf(unit) ?? unit)
      .replaceAll(/\s+/g, " ")
      .trim();
    return { what: nameOf(unit), words, ...(origin && { origin }), page, length: Math.max(0, end - from) };
  });
}

/** Returns the blocks that stand in sections, not in other blocks. A heading belongs to what it heads. */
function unitsIn(parent: Parents): Element[] {
  return elementsIn(parent).flatMap((node) => {
    if (/^h\d$/.test(node.tagName)) return [];
    const isHolder = node.tagName === "section" && node.properties["role"] === undefined;
    return isHolder || (node.tagName === "div" && !hasClass(node, "callout")) ? unitsIn(node) : [node];
  });
}

function headingOf(unit: Element): Element | undefined {
  return unit.tagName === "section" ? elementsIn(unit).find(({ tagName }) => /^h\d$/.test(tagName)) : undefined;
}

/** Returns the position of a block's first line. */
function placeOf(unit: Element, positions: PagePositions): PagePosition | undefined {
  for (const block of [unit, ...blocksOf(unit)]) {
    const { id } = block.properties;
    const place = positions.get(String(id)) ?? positions.get(blockId(block.data?.block ?? ""));
    if (place) return place;
  }
  return undefined;
}

/** Returns the distance from the beginning of the text, in pages. */
function distanceTo({ page, top, left }: PagePosition, { height, width, columns }: PageArea): number {
  const column = columns > 1 && left > width / 2 - 1 ? 1 : 0;
  return page - 1 + (column + Math.min(1, top / height)) / columns;
}

function originIn(unit: Element): SourceOrigin | undefined {
  if (unit.data?.origin) return unit.data.origin;
  for (const child of elementsIn(unit)) {
    const origin = originIn(child);
    if (origin) return origin;
  }
  return undefined;
}

const names: Readonly<Record<string, string>> = {
  p: "paragraph",
  ul: "list",
  ol: "list",
  dl: "list of terms",
  table: "table",
  figure: "figure",
  pre: "listing",
  blockquote: "quotation",
  section: "section",
};

function nameOf(unit: Element): string {
  if (hasClass(unit, "callout") || unit.tagName === "aside") return "box";
  if (hasClass(unit, "chart")) return "chart";
  return names[unit.tagName] ?? "block";
}
