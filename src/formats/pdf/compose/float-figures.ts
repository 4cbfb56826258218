import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "../../../model/visit.ts";
import { elementsIn, hasClass, isElement } from "../../../model/hast.ts";

/** Characters of text that may come before a figure that it stood behind: some ten lines, the most that a hole is worth. */
const mostText = 900;

/**
 * A figure that did not fit on the page where the text before it ends would leave a hole there. Paragraphs behind it come
 * before it, if the text refers to it by its number, so that it is found where it is. `pages` is of the first print, in
 * which nothing was moved; in it are the ids that are given here.
 */
export function floatFigures(tree: Root, pages: ReadonlyMap<string, number> = new Map()): void {
  const referred = referredIn(tree);
  let count = 0;
  visit(tree, (parent) => {
    if (parent.type !== "element" && parent.type !== "root") return;
    for (const figure of elementsIn(parent).filter(({ tagName }) => tagName === "figure")) {
      const index = parent.children.indexOf(figure);
      const before = previousOf(parent, index);
      const { id } = figure.properties;
      if (!before || !referred.has(`#${String(id)}`) || leadsOn(before)) continue;
      count += 1;
      const mark = `offprint.before-figure-${count}`;
      // Empty, at the very end of the text before the figure.
      before.children.push({ type: "element", tagName: "span", properties: { id: mark }, children: [] });
      const isParted = (pages.get(String(id)) ?? 0) > (pages.get(mark) ?? Infinity);
      if (isParted) moveBehindText(parent, index);
    }
  });
}

function referredIn(tree: Root): ReadonlySet<string> {
  const targets = new Set<string>();
  visit(tree, "element", (node) => {
    if (node.tagName === "a" && hasClass(node, "cross-reference")) targets.add(String(node.properties["href"]));
  });
  return targets;
}

/** The paragraph that a figure follows, if it is one. */
function previousOf(parent: Element | Root, index: number): Element | undefined {
  const before = parent.children.slice(0, index).findLast((child) => child.type === "element");
  return isElement(before, "p") ? before : undefined;
}

/** "These are the parts:" stays with what it announces. */
function leadsOn(paragraph: Element): boolean {
  return /[:：]\s*$/u.test(toString(paragraph));
}

/** A figure with the data of its chart behind the paragraphs that follow it. */
function moveBehindText(parent: Element | Root, index: number): void {
  const { children } = parent;
  const unit =
    1 + children.slice(index + 1).findIndex((child) => child.type === "element" && !hasClass(child, "chart-data"));
  const size = unit === 0 ? children.length - index : unit;
  const text: ElementContent[] = [];
  let length = 0;
  for (const child of children.slice(index + size)) {
    if (child.type === "element" && (child.tagName !== "p" || leadsOn(child) || length >= mostText)) break;
    if (child.type === "element") length += toString(child).length;
    text.push(child as ElementContent);
  }
  if (length === 0) return;
  const moved = children.splice(index, size) as ElementContent[];
  children.splice(index + text.length, 0, ...moved);
}
