import type { FootnoteArea, FootnotePlan } from "../../../model/footnote-plan.ts";
import type { PagePositions } from "../../../model/page-map.ts";
import { findFault } from "./check-footnotes.ts";
import { estimateAreas } from "./estimate-areas.ts";
import { evaluateArea } from "./evaluate-area.ts";
import { type MeasuredText, measureText } from "./measured-text.ts";
import { isLikeBefore, topsOf } from "./footnote-area.ts";
import type { TextFlow } from "./text-flow.ts";

/** The highest number of prints; if page breaks have not converged by then, the footnotes stay at the end. */
export const mostPlans = 30;

const nothing: FootnotePlan = { areas: new Map(), tops: new Map(), certain: 0, atEnd: new Set(), prints: 0 };

/**
 * Plans the footnote areas of all pages from a print with the areas of `old`. Once nothing changes any more, the print
 * is accepted or refused.
 */
export function planAreas(
  flow: TextFlow,
  positions: PagePositions,
  height: number,
  old: FootnotePlan = nothing,
): FootnotePlan {
  if (old.refused !== undefined) return old;
  const prints = old.prints + 1;
  if (prints > mostPlans) return { ...old, refused: `page breaks did not converge after ${mostPlans} prints` };
  const text = measureText(flow, positions, height, old.atEnd);
  const { areas, certain, failing } = evaluateAreas(text, old);
  const atEnd = new Set([...text.atEnd, ...(failing === undefined ? [] : [failing])]);
  const plan = { areas, tops: topsOf(areas, positions, height), certain, atEnd, prints };
  const isPrinted = certain === text.lastPage && areas.size === old.areas.size && isLikeBefore(plan.tops, old.tops);
  const refused = isPrinted ? findFault(plan, text) : undefined;
  return refused === undefined ? plan : { ...plan, refused };
}

/**
 * Evaluates the pages in order, since each depends on those before it. After the first page that changes, areas can
 * only be estimated. `failing` is a footnote that fits on no page.
 */
function evaluateAreas(
  text: MeasuredText,
  old: FootnotePlan,
): { readonly areas: Map<number, FootnoteArea>; readonly certain: number; readonly failing?: string } {
  const areas = new Map<number, FootnoteArea>();
  for (let page = 1; page <= text.lastPage; page += 1) {
    const printed = old.areas.get(page);
    const before = areas.get(page - 1);
    const laidOut = evaluateArea(page, printed, page <= old.certain, text);
    const area = laidOut && "area" in laidOut ? laidOut.area : undefined;
    // If the page before could not take the footnote either, it fits on no page.
    const failing =
      laidOut && "atEnd" in laidOut ? laidOut.atEnd : area?.deferred === before?.deferred ? area?.deferred : undefined;
    if (failing !== undefined) {
      for (const [number, guess] of estimateAreas(page - 1, endOf(before, text), old.areas, text))
        areas.set(number, guess);
      return { areas, certain: page - 1, failing };
    }
    if (area) areas.set(page, area);
    if (cutOf(area) === cutOf(printed)) continue;
    for (const [number, guess] of estimateAreas(page, endOf(area, text), old.areas, text)) areas.set(number, guess);
    return { areas, certain: page };
  }
  return { areas, certain: text.lastPage };
}

function endOf(area: FootnoteArea | undefined, { height }: MeasuredText): number {
  return area && !area.unbounded ? area.cut : height;
}

/** Returns what the text flow depends on: exchanging footnotes within the same space moves nothing. */
function cutOf(area: FootnoteArea | undefined): string {
  return JSON.stringify([area?.cut, area?.pageBreak, area?.unbounded === true]);
}
