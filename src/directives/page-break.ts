import { directive } from "./directive.ts";
import { element } from "./parts.ts";

/** Class of the placeholder for a break until it is moved to the following block. */
export const pageBreakMark = "page-break";

export const pageBreak = directive({
  name: "page-break",
  attributes: {},
  carries: false,
  example: "::page-break",
  description: "What follows begins on a page of its own, where there are pages.",
  leaf: (node) => [element(node, "div", { className: [pageBreakMark] }, [])],
});
