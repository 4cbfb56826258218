import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "../../../model/visit.ts";
import { elementsIn, hasClass, isElement } from "../../../model/hast.ts";

/** Characters of text that a figure may move behind: about ten lines, the largest acceptable gap to fill. */
const mostText = 900;

const listNames: ReadonlySet<string> = new Set(["ul", "ol"]);

/**
 * Moves a figure that did not fit on its page behind following paragraphs, which fill the gap, if the text refers to it
 * by number. `pages` comes from the first print, in which nothing was moved, and includes the ids added here.
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
      if (!before || !referred.has(`#${String(id)}`) || announcesNext(before)) continue;
      count += 1;
      const mark = `offprint.before-figure-${count}`;
      // An empty element at the very end of the text before the figure.
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

/** Returns the paragraph before a figure, if there is one. */
function previousOf(parent: Element | Root, index: number): Element | undefined {
  const before = parent.children.slice(0, index).findLast((child) => child.type === "element");
  return isElement(before, "p") ? before : undefined;
}

/** Reports whether a paragraph announces what follows, such as "These are the parts:". */
function announcesNext(paragraph: Element | undefined): boolean {
  return paragraph !== undefined && /[:：]\s*$/u.test(toString(paragraph));
}

/** Reports whether a paragraph and the list that it announces are short enough to stand in a gap together. */
function announcesList(nodes: readonly ElementContent[]): boolean {
  const [paragraph, list] = nodes.filter((node) => node.type === "element");
  if (!paragraph || !list || !listNames.has(list.tagName)) return false;
  return toString(paragraph).length + toString(list).length <= mostText;
}

/** Moves a figure, with its chart data, behind the paragraphs that follow. */
function moveBehindText(parent: Element | Root, index: number): void {
  const { children } = parent;
  const unit =
    1 + children.slice(index + 1).findIndex((child) => child.type === "element" && !hasClass(child, "chart-data"));
  const size = unit === 0 ? children.length - index : unit;
  const text: ElementContent[] = [];
  let length = 0;
  const after = children.slice(index + size) as ElementContent[];
  for (const [at, child] of after.entries()) {
    if (child.type === "element") {
      const isList = listNames.has(child.tagName) && announcesNext(text.findLast((node) => node.type === "element"));
      const isText = child.tagName === "p" && (!announcesNext(child) || announcesList(after.slice(at)));
      if ((!isList && !isText) || (!isList && length >= mostText)) break;
      length += toString(child).length;
    }
    text.push(child);
  }
  if (length === 0) return;
  const moved = children.splice(index, size) as ElementContent[];
  children.splice(index + text.length, 0, ...moved);
}
