import type { IParagraphOptions } from "docx";
import type { ElementContent } from "hast";
import type { DocxContext } from "./context.ts";

/** Removes white space at the ends of a line. */
export function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node, index): ElementContent => {
    const isEnd = index === nodes.length - 1;
    if (node.type === "element" && index === 0 && isEnd) return { ...node, children: trimmed(node.children) };
    if (node.type !== "text") return node;
    const value = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: isEnd ? value.trimEnd() : value };
  });
}

/** Returns the direction of a paragraph if it differs from the document's. */
export function direction({
  rightToLeft,
  rightToLeftByDefault,
}: DocxContext): Pick<IParagraphOptions, "bidirectional"> {
  return rightToLeft || rightToLeftByDefault ? { bidirectional: rightToLeft } : {};
}

/** Returns the text of a code block. */
export function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}
