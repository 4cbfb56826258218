import type { Element, Root } from "hast";
import { addClass, classesOf, hasClass } from "../model/hast.ts";
import { visit } from "../model/visit.ts";

/** The class by which authors request landscape pages. */
const landscapeClass = "landscape";

/** Elements that can have pages of their own. */
const blocks = new Set(["div", "section", "figure", "table"]);

/**
 * Moves the class to what belongs on landscape pages: the section of a heading, the figure of an image. Removes it
 * where landscape pages are impossible. Returns the elements that keep it.
 */
export function turnSections(tree: Root, canTurn: boolean): Set<Element> {
  const asking: { readonly node: Element; readonly parent: Element | Root }[] = [];
  visit(tree, "element", (node, _, parent) => {
    if (parent && hasClass(node, landscapeClass)) asking.push({ node, parent });
  });
  const turned = new Set<Element>();
  for (const { node, parent } of asking) {
    node.properties.className = classesOf(node).filter((name) => name !== landscapeClass);
    const target = blocks.has(node.tagName) ? node : parent;
    if (!canTurn || target.type !== "element" || !takes(target, node)) continue;
    addClass(target, landscapeClass);
    turned.add(target);
  }
  return turned;
}

function takes(target: Element, node: Element): boolean {
  if (target === node) return true;
  return /^h\d$/.test(node.tagName) ? target.tagName === "section" : target.tagName === "figure";
}
