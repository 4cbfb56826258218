import type { FootnotePlan } from "../../../model/footnote-plan.ts";
import type { MeasuredText } from "./measured-text.ts";
import { above, pixel } from "./footnote-area.ts";

/** Returns what is wrong with a print that matches its plan: the browser did not do what the rules asked for. */
export function findFault(
  { areas, tops }: Pick<FootnotePlan, "areas" | "tops">,
  text: MeasuredText,
): string | undefined {
  const { flow, height, notes, positions } = text;
  for (const { id, page } of notes) {
    const place = positions.get(id);
    const planned = tops.get(id);
    const isThere =
      place && planned !== undefined && Math.abs((place.page - 1) * height + place.top - planned) <= 2 * pixel;
    if (!isThere || place.page !== page) return `a note does not fit on page ${page}`;
  }
  const places = flow.blocks.flatMap((id) => positions.get(id) ?? []);
  for (const [page, { cut }] of areas) {
    const isCrossed = places.some((place) => place.page === page && place.top > cut + above - pixel);
    if (isCrossed) return `the text of page ${page} overlaps its notes`;
  }
  return undefined;
}
