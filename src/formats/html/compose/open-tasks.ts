import type { Element, Root } from "hast";
import { hasClass } from "../../../model/hast.ts";
import { SKIP, visit } from "../../../model/visit.ts";

const phrasing = new Set(
  "a abbr b bdi bdo br cite code del em i ins kbd mark q s samp small span strong sub sup time u var wbr".split(" "),
);

/** Reports whether an element may stand in a label; another box and a field have their own. */
function isLabelling(element: Element): boolean {
  return phrasing.has(element.tagName) && !hasClass(element, "field");
}

/** Makes the boxes of task lists usable; the text of an item becomes its box's label. */
export function openTasks(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "input" || !parent || index === undefined) return undefined;
    delete node.properties["disabled"];
    const rest = parent.children.slice(index);
    const [, ...after] = rest;
    const end = after.findIndex((child) => child.type === "element" && !isLabelling(child));
    const labelled = rest.slice(0, end < 0 ? undefined : end + 1) as Element["children"];
    const label: Element = { type: "element", tagName: "label", properties: {}, children: labelled };
    parent.children.splice(index, labelled.length, label);
    return [SKIP, index + 1];
  });
}
