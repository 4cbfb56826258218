import type { Element, ElementContent, Root } from "hast";
import { addClass, classesOf, hasClass, isBlank, isElement } from "../../../model/hast.ts";
import { visit } from "../../../model/visit.ts";

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

/**
 * Wraps the content between landscape pages in columns of its own: columns cannot continue on pages of another width,
 * and the browser would leave all following content on landscape pages.
 */
export function partColumns(parent: Element | Root, turned: ReadonlySet<Element>): void {
  const flow = (): Element => ({
    type: "element",
    tagName: "div",
    properties: { className: ["column-flow"] },
    children: [],
  });
  let open: Element | undefined;
  const parted: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    const holdsTurned = child.type === "element" && [...turned].some((element) => isWithin(element, child));
    if (holdsTurned) {
      open = undefined;
      if (!turned.has(child)) partColumns(child, turned);
      parted.push(child);
      continue;
    }
    if (!open) parted.push((open = flow()));
    open.children.push(child);
  }
  parent.children = parted.filter((child) => !(isElement(child, "div") && child.children.every(isBlank)));
}

function isWithin(inner: Element, outer: Element): boolean {
  let found = false;
  visit(outer, "element", (node) => void (found ||= node === inner));
  return found;
}

function takes(target: Element, node: Element): boolean {
  if (target === node) return true;
  return /^h\d$/.test(node.tagName) ? target.tagName === "section" : target.tagName === "figure";
}
