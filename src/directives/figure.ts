import type { Paragraph } from "mdast";
import { directive } from "./directive.ts";
import { element, splitLabel } from "./parts.ts";

/** `:::figure[Caption]` around a picture or anything else. */
export const figure = directive({
  name: "figure",
  attributes: {},
  example: ":::figure[Caption]",
  description: "A numbered figure of what it holds, with a caption.",
  container(node, { properties }) {
    const { label, rest } = splitLabel(node);
    const caption: Paragraph[] = label ? [{ type: "paragraph", children: label, data: { hName: "figcaption" } }] : [];
    return [element(node, "figure", { ...properties, dataKind: "figure" }, [...rest, ...caption])];
  },
});
