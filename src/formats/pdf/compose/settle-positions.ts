import { isMeasure, type PagePosition, type PagePositions } from "../../../model/page-map.ts";

/** Points; no line begins closer to the end of a page. */
const leastLine = 6;

/**
 * Corrects positions at page ends: raised text in the first line of a page can begin above it, and is then measured at
 * the end of the page before. `heightOf` returns the height of a page's text area in points.
 */
export function settlePositions(positions: PagePositions, heightOf: (page: number) => number): PagePositions {
  return new Map(
    [...positions].map(([id, place]): [string, PagePosition] => {
      const isBefore = !isMeasure(id) && place.top > heightOf(place.page) - leastLine;
      return [id, isBefore ? { ...place, page: place.page + 1, top: 0 } : place];
    }),
  );
}
