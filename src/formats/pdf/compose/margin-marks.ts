import type { Messages } from "../../../i18n/messages.ts";
import type { Direction } from "../../../model/metadata.ts";
import type { PagePositions } from "../../../model/page-map.ts";
import type { Sheet } from "./papers.ts";
import { plain, type RunningLine } from "./running-head-rows.ts";

/** A mark in the margin with its distance from the top of the text area, in points. */
interface MarginMark extends RunningLine {
  readonly top: number;
}

/** Returns marks such as "p. 3" where page 3 of the counted edition begins. */
export function marginMarks(
  words: Messages,
  positions: PagePositions,
  marks: ReadonlyMap<string, number>,
): MarginMark[] {
  return Array.from(marks).flatMap(([id, number]) => {
    const place = positions.get(id);
    if (!place) return [];
    const { page, top } = place;
    const start = plain("page", words.marginPage.replace("#", String(number)));
    return [{ page, side: page % 2 === 0 ? "even" : "odd", kind: "mark", start, end: null, top }];
  });
}

/** Distances from the paper's edge, where printers do not print, and from the text. */
const [edge, gap] = ["12pt", "5pt"];

/** Returns rules that place each mark in the outer margin, beside its line. */
export function markRules(rows: readonly (RunningLine | MarginMark)[], sheet: Sheet, direction: Direction): string {
  const isMirrored = sheet.number === "outer foot";
  const [outer, inner] = direction === "ltr" ? ["right", "left"] : ["left", "right"];
  const rules = rows.flatMap((row, index) => {
    if (!("top" in row)) return [];
    const [near, far] = isMirrored && row.side === "even" ? [inner, outer] : [outer, inner];
    const place = `top:calc(${sheet.top} + ${row.top}pt);${near}:${edge};${far}:auto`;
    return [`.page:nth-of-type(${index + 1})>.running-mark{${place}}`];
  });
  if (rules.length === 0) return "";
  // A number of several digits stays in one line.
  const width = `width:max-content;min-width:calc(${sheet.outer} - ${edge} - ${gap})`;
  return [`.running-mark{position:absolute;white-space:nowrap;${width}}`, ...rules].join("");
}
