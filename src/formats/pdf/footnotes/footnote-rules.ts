import type { Element } from "hast";
import { h } from "hastscript";
import type { FootnotePlan } from "../../../model/footnote-plan.ts";
import type { PagePositions } from "../../../model/page-map.ts";
import { cssString } from "../compose/css-string.ts";
import { pixel, ruleOf } from "./footnote-area.ts";

/** What brings notes to their places: rules for the style sheet, and boxes that stand before the text. */
export interface NoteLayout {
  readonly rules: string;
  readonly boxes: readonly Element[];
}

/**
 * Chromium lays boxes with an absolute position out on the page on which they lie, counted from the first page on. At the
 * foot of a page with notes stands a float as wide as the page: text goes round it, that is, on to the next page, with
 * all that keeps lines and blocks together. Floats without a width fill the way from one to the next.
 * What is absolute, floats and rules alike, is measured from the body, which begins where the first page begins.
 */
export function noteLayout(plan: FootnotePlan | undefined, positions: PagePositions, height: number): NoteLayout {
  const rules = ["body{position:relative;display:flow-root}"];
  const boxes: Element[] = [];
  for (const [id, top] of plan?.tops ?? []) rules.push(`[id=${cssString(id)}]{top:${top}pt}`);
  let end = 0;
  for (const [page, area] of [...(plan?.areas ?? [])].toSorted(([a], [b]) => a - b)) {
    const start = (page - 1) * height;
    if (area.notes.length > 0) {
      boxes.push(box(`note-rule note-rule-${page}`));
      rules.push(`.note-rule-${page}{top:${start + ruleOf(area, positions, height)}pt}`);
    }
    if (area.pageBreak !== undefined) rules.push(`[id=${cssString(area.pageBreak)}]{break-before:page}`);
    if (area.pageBreak !== undefined || area.unbounded) continue;
    boxes.push(box(`footnote-gap footnote-gap-${page}`), box(`footnote-room footnote-room-${page}`));
    // A little less than the rest of the page, so that it never turns itself.
    const next = start + height - pixel;
    rules.push(
      `.footnote-gap-${page}{height:${start + area.cut - end}pt}`,
      `.footnote-room-${page}{height:${next - start - area.cut}pt}`,
    );
    end = next;
  }
  return { rules: rules.join("\n"), boxes };
}

function box(className: string): Element {
  return h("div", { className: className.split(" "), ariaHidden: "true" });
}
