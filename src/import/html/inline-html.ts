import type { Html } from "mdast";

/**
 * Creates HTML within a line of text. Without the name of an inline element the conversion takes it for a block, which
 * would end the paragraph around it (mdast-util-phrasing).
 */
export function inlineHtml(value: string): Html {
  return { type: "html", value, data: { hName: "span" } };
}
