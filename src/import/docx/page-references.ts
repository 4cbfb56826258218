import type { Element } from "xast";
import { allElements, elementAt, valueAt } from "./parts.ts";

/**
 * Empties what the Word edition adds to a cross-reference, as in "Figure 2 (page 5)": runs of its style, and the field
 * (ECMA-376, 17.16.18) between them. Page numbers of an author stay.
 */
export function emptyPageReferences(paragraph: Element): void {
  let follows = false;
  let isInside = false;
  for (const run of allElements(paragraph, "w:r")) {
    const kinds = allElements(run, "w:fldChar").map(({ attributes }) => attributes["w:fldCharType"]);
    const isOurs = valueAt(elementAt(run, "w:rPr"), "w:rStyle") === "PageReference";
    isInside ||= follows && kinds.includes("begin");
    if (isOurs || isInside) run.children = [];
    follows = isOurs;
    if (kinds.includes("end")) isInside = false;
  }
}
