import type { Element } from "hast";
import { h } from "hastscript";
import type { FootnotePlan } from "../../../model/footnote-plan.ts";
import type { PagePositions } from "../../../model/page-map.ts";
import { pixel, ruleOf } from "./footnote-area.ts";

/** How footnotes are positioned: CSS rules, and boxes placed before the text. */
export interface FootnoteLayout {
  readonly rules: string;
  readonly boxes: readonly Element[];
}

/**
 * Positions footnotes at the page ends. Chromium positions absolute boxes from the top of the first page, across pages.
 * A float as wide as the page fills each footnote area; text flows around it, that is, on to the next page, and break
 * rules still hold. Zero-width floats fill the space between. Absolute boxes, floats and rules are measured from the
 * body, which begins at the top of the first page.
 */
export function footnoteLayout(
  plan: FootnotePlan | undefined,
  positions: PagePositions,
  height: number,
): FootnoteLayout {
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
    // Slightly less than the rest of the page, so that the float itself never moves to the next page.
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

/**
 * Returns a text as a CSS string (https://www.w3.org/TR/css-syntax-3/#consume-string-token) that is safe in a `<style>`
 * element: characters that could end the string, the line or the element are escaped.
 */
function cssString(text: string): string {
  const escaped = text.replaceAll(/[\p{Cc}"\\<>]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}
