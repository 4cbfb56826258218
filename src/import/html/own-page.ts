import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { calloutNames, translations } from "../../i18n/messages.ts";
import { classesOf, elementsIn } from "../../model/hast.ts";
import { SKIP, visit } from "../../model/visit.ts";
import { find } from "./main-content.ts";

/** Removes what Offprint itself adds to its web pages: numbers, headings of notes, titles of boxes. */
export function takeBackOwn(root: Root): void {
  const isNumbered = find(root, isNumberedCitation).length > 0;
  visit(root, "element", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const names = classesOf(node);
    const isHeading = /^h[1-6]$/.test(node.tagName) && parent.type === "element";
    const section = isHeading ? String(parent.properties["role"] ?? "") : "";
    if (
      names.includes("caption-label") ||
      names.includes("formula-number") ||
      (section === "doc-endnotes" && classesOf(parent as Element).includes("notes")) ||
      (section === "doc-bibliography" && isNumbered)
    ) {
      parent.children.splice(index, 1);
      const next = parent.children[index];
      if (next?.type === "text") next.value = next.value.trimStart();
      return [SKIP, index];
    }
    if (isNumberedCitation(node)) {
      node.children = find({ type: "root", children: [node] }, ({ tagName }) => tagName === "a").map(
        (link): ElementContent => ({ type: "element", tagName: "sup", properties: {}, children: [link] }),
      );
    }
    const align = names.map((name) => /^align-(left|right|center)$/.exec(name)?.[1]).find((side) => side !== undefined);
    if (/^t[hd]$/.test(node.tagName) && align !== undefined) node.properties["align"] = align;
    if (node.tagName === "aside" && names.includes("callout")) nameBox(node, names);
    return undefined;
  });
}

/** Reports whether an element is a numbered citation, each number linked to the list; they are imported as notes. */
function isNumberedCitation(node: Element): boolean {
  const [only, more] = elementsIn(node);
  return classesOf(node).includes("citation") && only?.tagName === "sup" && !more;
}

/** Sets the kind of a box from its class, and removes a title that only repeats the kind. */
function nameBox(node: Element, names: readonly string[]): void {
  const kind = calloutNames.find((name) => names.includes(`callout-${name}`));
  if (kind === undefined) return;
  node.properties["dataKind"] = kind;
  const own = new Set(Object.values(translations).map(({ callouts }) => callouts[kind]));
  node.children = node.children.filter(
    (child) =>
      child.type !== "element" || !classesOf(child).includes("callout-title") || !own.has(toString(child).trim()),
  );
}
