import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { visit } from "../../model/visit.ts";
import { classesOf, isElement, setData } from "../hast.ts";

/** Between raised numbers side by side stands a comma: 1 and 2 are not 12. Brackets keep numbers apart themselves. */
export function separateMarks(tree: Root, language: string): void {
  const sign = new Intl.Locale(language).maximize().script === "Arab" ? "،" : ",";
  visit(tree, (node) => {
    if (node.type !== "element" && node.type !== "root") return;
    node.children = (node.children as ElementContent[]).flatMap((child, index, all): ElementContent[] => {
      const before = all[index - 1];
      return before && isMark(before) && isMark(child) ? [comma(sign), child] : [child];
    });
  });
}

function comma(sign: string): Element {
  const separator = h("sup", { className: ["mark-separator"] }, sign);
  // As the numbers themselves, it is no part of a title.
  setData(separator, { parenthetical: true });
  return separator;
}

/** The raised number of a note, or of a citation without brackets. */
function isMark(node: ElementContent): boolean {
  if (isElement(node, "sup")) {
    const [only, more] = node.children;
    return !more && isElement(only, "a") && only.properties["role"] === "doc-noteref";
  }
  return isElement(node, "span") && classesOf(node).includes("citation") && isRaised(node) && !isBracketed(node);
}

/** Whether a citation is nothing but raised numbers. */
export function isRaised({ children }: Element): boolean {
  return children.length > 0 && children.every((child) => isElement(child, "sup"));
}

function isBracketed({ children: [first] }: Element): boolean {
  return isElement(first) && first.children[0]?.type === "text" && first.children[0].value === "[";
}
