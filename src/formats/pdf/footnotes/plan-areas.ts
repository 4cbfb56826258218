import type { Foot, NotePlan } from "../../../model/footnote-plan.ts";
import type { Positions } from "../../../model/page-map.ts";
import { findFault } from "./check-footnotes.ts";
import { guessFeet } from "./estimate-areas.ts";
import { judgeFoot } from "./evaluate-area.ts";
import { type MeasuredText, measureText } from "./measured-text.ts";
import { isLikeBefore, topsOf } from "./footnote-area.ts";
import type { TextFlow } from "./text-flow.ts";

/** A text that has not come to rest after so many prints keeps its notes at the end. */
export const mostPlans = 30;

const nothing: NotePlan = { feet: new Map(), tops: new Map(), certain: 0, atEnd: new Set(), prints: 0 };

/**
 * The feet of all pages, from how an earlier print with the feet of `old` turned out. When nothing changes any more, the
 * print is right, or it is refused.
 */
export function planFeet(flow: TextFlow, positions: Positions, height: number, old: NotePlan = nothing): NotePlan {
  if (old.refused !== undefined) return old;
  const prints = old.prints + 1;
  if (prints > mostPlans) return { ...old, refused: `the pages have not come to rest after ${mostPlans} prints` };
  const text = measureText(flow, positions, height, old.atEnd);
  const { feet, certain, failing } = judgePages(text, old);
  const atEnd = new Set([...text.atEnd, ...(failing === undefined ? [] : [failing])]);
  const plan = { feet, tops: topsOf(feet, positions, height), certain, atEnd, prints };
  const isPrinted = certain === text.lastPage && feet.size === old.feet.size && isLikeBefore(plan.tops, old.tops);
  const refused = isPrinted ? findFault(plan, text) : undefined;
  return refused === undefined ? plan : { ...plan, refused };
}

/**
 * The pages are judged from the first on, for each depends on those before it; behind the first that changes, feet can
 * only be guessed. `failing` is a note for which no page has room.
 */
function judgePages(
  text: MeasuredText,
  old: NotePlan,
): { readonly feet: Map<number, Foot>; readonly certain: number; readonly failing?: string } {
  const feet = new Map<number, Foot>();
  for (let page = 1; page <= text.lastPage; page += 1) {
    const printed = old.feet.get(page);
    const before = feet.get(page - 1);
    const filled = judgeFoot(page, printed, page <= old.certain, text);
    const foot = filled && "foot" in filled ? filled.foot : undefined;
    // A note that the page before could not take either has no room on any page.
    const failing = filled && "atEnd" in filled ? filled.atEnd : foot?.kept === before?.kept ? foot?.kept : undefined;
    if (failing !== undefined) {
      for (const [one, guess] of guessFeet(page - 1, endOf(before, text), old.feet, text)) feet.set(one, guess);
      return { feet, certain: page - 1, failing };
    }
    if (foot) feet.set(page, foot);
    if (cutOf(foot) === cutOf(printed)) continue;
    for (const [one, guess] of guessFeet(page, endOf(foot, text), old.feet, text)) feet.set(one, guess);
    return { feet, certain: page };
  }
  return { feet, certain: text.lastPage };
}

function endOf(foot: Foot | undefined, { height }: MeasuredText): number {
  return foot && !foot.open ? foot.cut : height;
}

/** What of a foot the text goes by: other notes in the same room do not move what follows. */
function cutOf(foot: Foot | undefined): string {
  return JSON.stringify([foot?.cut, foot?.turn, foot?.open === true]);
}
