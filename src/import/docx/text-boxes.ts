import type { Element, Root } from "xast";
import { visit } from "../../model/visit.ts";
import { allElements, elementAt, elementsOf } from "./parts.ts";

/** Content that is placed beside the text goes into it: text boxes of a group behind their paragraph, initials before it. */
export function placeBoxes(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.name !== "w:p" || !parent || index === undefined) return undefined;
    const boxes = groupedBoxes(node).flatMap(takeContent);
    parent.children.splice(index + 1, 0, ...boxes);
    const next = parent.children[index + 1];
    if (isInitial(node) && next?.type === "element" && next.name === "w:p") {
      const at = next.children.findIndex((child) => child.type === "element" && child.name === "w:pPr") + 1;
      next.children.splice(at, 0, ...elementsOf(node, "w:r"));
      parent.children.splice(index, 1);
      return index;
    }
    return undefined;
  });
}

/** Mammoth reads text boxes, also in the fallback for older programs, unless they are grouped. */
function groupedBoxes(paragraph: Element): Element[] {
  const alternatives = allElements(paragraph, "mc:AlternateContent");
  const chosen = alternatives.flatMap((alternative) => {
    const [first = [], ...others] = elementsOf(alternative)
      .map(boxesOfGroups)
      .filter((boxes) => boxes.length > 0);
    for (const box of others.flat()) box.children = [];
    return first;
  });
  const apart = new Set(alternatives.flatMap(boxesOfGroups));
  return [...chosen, ...boxesOfGroups(paragraph).filter((box) => !apart.has(box))];
}

function boxesOfGroups(node: Element): Element[] {
  const groups = ["wpg:wgp", "v:group"].flatMap((name) => allElements(node, name));
  return [...new Set(groups.flatMap((group) => allElements(group, "w:txbxContent")))];
}

function takeContent(box: Element): Element[] {
  const content = box.children.filter((child): child is Element => child.type === "element");
  box.children = [];
  return content;
}

/** An initial over several lines (ECMA-376, 17.3.1.11) is a paragraph of its own. */
function isInitial(paragraph: Element): boolean {
  const frame = elementAt(elementAt(paragraph, "w:pPr"), "w:framePr");
  return frame !== undefined && /^(?:drop|margin)$/.test(frame.attributes["w:dropCap"] ?? "");
}
