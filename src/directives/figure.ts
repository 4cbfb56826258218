import type { Paragraph } from "mdast";
import { directive } from "./directive.ts";
import { element, splitLabel } from "./parts.ts";

const describe = { figure: "A numbered figure of what it holds", table: "A numbered table" };

/** `:::figure[Caption]` and `:::table[Caption]` around a picture, a table or anything else. */
export const figures = (["figure", "table"] as const).map((kind) =>
  directive({
    name: kind,
    attributes: {},
    example: `:::${kind}[Caption]`,
    description: `${describe[kind]}, with a caption.`,
    container(node, { properties }) {
      const { label, rest } = splitLabel(node);
      const caption: Paragraph[] = label ? [{ type: "paragraph", children: label, data: { hName: "figcaption" } }] : [];
      return [element(node, "figure", { ...properties, dataKind: kind }, [...rest, ...caption])];
    },
  }),
);
