import type { FootnoteArea } from "../../../model/footnote-plan.ts";
import { noteEndId, type PagePositions } from "../../../model/page-map.ts";

// Lengths are points, and whole pixels of CSS, so that nothing is rounded on its way to the page and back.

export const pixel = 0.75;

/** Between the text and the rule above the notes, between the rule and the first note, and between notes. */
export const above = 16 * pixel;
const below = 6 * pixel;
export const between = 3 * pixel;

/** A line whose top is nearer to the end of a page than this does not stand on it. */
export const leastLine = 12 * pixel;

/** The reference's own box begins a little above or below its line; cut so far below its top, the line has to turn. */
export const intoLine = 3 * pixel;

/** How much of a page a note can take. */
export const mostOfPage = 0.6;

/** How high a note is, at the most where it goes on to another page. `height` is that of a page's area of text. */
export function heightOf(note: string, positions: PagePositions, height: number): number {
  const top = positions.get(note);
  const end = positions.get(noteEndId(note));
  if (!top || !end) return 0;
  // Measured in whole pixels, rounded down.
  return (end.page - top.page) * height + end.top - top.top + pixel;
}

/** What notes of these heights take of the foot of a page. */
export function roomFor(heights: readonly number[]): number {
  if (heights.length === 0) return 0;
  return above + below + heights.reduce((sum, height) => sum + height + between, -between);
}

/** Where the rule above the notes of a foot is, in points below the top of a page's area of text that is so `height`. */
export function ruleOf(area: FootnoteArea, positions: PagePositions, height: number): number {
  return height - roomFor(area.notes.map((id) => heightOf(id, positions, height))) + above;
}

/** Where the notes of all areas begin, in points below the top of the first page. */
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
