import { directive } from "../directive.ts";
import { element } from "../parts.ts";

/** Class of the placeholder for a break until it is moved to the following block. */
export const pageBreakMark = "page-break";

export const pageBreak = directive({
  name: "page-break",
  attributes: {},
  carries: false,
  example: "::page-break",
  description: "The following content begins on a new page, in paged editions.",
  leaf: (node) => [element(node, "div", { className: [pageBreakMark] }, [])],
});
