import type { Element, Root, RootContent } from "hast";
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
    const whole = withHeading(target, parent);
    addClass(whole, landscapeClass);
    turned.add(whole);
  }
  return turned;
}

/** Returns the element or, if it is the first content below a heading, a new element with both: else the heading is alone. */
function withHeading(target: Element, parent: Element | Root): Element {
  const index = parent.children.indexOf(target);
  const before = parent.children.slice(0, Math.max(0, index)).filter((node) => !isBlank(node));
  if (before.length === 0 || !before.every((node) => isHeading(node))) return target;
  const children = [...before, target] as Element[];
  const whole: Element = { type: "element", tagName: "div", properties: {}, children };
  parent.children.splice(0, index + 1, whole);
  return whole;
}

function isHeading(node: RootContent): boolean {
  return node.type === "element" && /^h\d$/.test(node.tagName);
}

function isBlank(node: RootContent): boolean {
  return node.type === "text" && node.value.trim() === "";
}

function takes(target: Element, node: Element): boolean {
  if (target === node) return true;
  return /^h\d$/.test(node.tagName) ? target.tagName === "section" : target.tagName === "figure";
}
