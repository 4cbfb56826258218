import type { FootnoteArea } from "../../../model/footnote-plan.ts";
import { footnoteEndId, type PagePositions } from "../../../model/page-map.ts";

// Lengths are points and multiples of a CSS pixel, so that nothing is rounded between layout and measurement.

export const pixel = 0.75;

/**
 * Gaps between the text and the rule above the footnotes, between the rule and the first footnote, and between
 * footnotes.
 */
export const above = 16 * pixel;
const below = 6 * pixel;
export const between = 3 * pixel;

/** A line whose top is closer to the page's end than this does not fit on the page. */
export const leastLine = 12 * pixel;

/**
 * A reference's box begins slightly above or below its line; a cut this far below the box's top moves the whole line.
 */
export const intoLine = 3 * pixel;

/** The largest fraction of a page that a footnote may take. */
export const mostOfPage = 0.6;

/**
 * Returns a footnote's height, or an upper bound if it continues on another page. `height` is that of a page's text
 * area.
 */
export function heightOf(note: string, positions: PagePositions, height: number): number {
  const top = positions.get(note);
  const end = positions.get(footnoteEndId(note));
  if (!top || !end) return 0;
  // Positions are measured in whole pixels, rounded down.
  return (end.page - top.page) * height + end.top - top.top + pixel;
}

/** Returns the height of a footnote area with footnotes of these heights. */
export function roomFor(heights: readonly number[]): number {
  if (heights.length === 0) return 0;
  return above + below + heights.reduce((sum, height) => sum + height + between, -between);
}

/**
 * Returns the position of the rule above a page's footnotes, in points below the top of its text area, which has this
 * `height`.
 */
export function ruleOf(area: FootnoteArea, positions: PagePositions, height: number): number {
  return height - roomFor(area.notes.map((id) => heightOf(id, positions, height))) + above;
}

/** Returns where the footnotes of all areas begin, in points below the top of the first page. */
export function topsOf(
  areas: ReadonlyMap<number, FootnoteArea>,
  positions: PagePositions,
  height: number,
): Map<string, number> {
  const tops = new Map<string, number>();
  for (const [page, area] of areas) {
    let top = (page - 1) * height + ruleOf(area, positions, height) + below;
    for (const id of area.notes) {
      tops.set(id, top);
      top += heightOf(id, positions, height) + between;
    }
  }
  return tops;
}

export function isLikeBefore(tops: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>): boolean {
  return tops.size === before.size && [...tops].every(([id, top]) => before.get(id) === top);
}
