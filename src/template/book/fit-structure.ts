import type { Element, ElementContent } from "hast";
import { textOf } from "./navigation.ts";

/** Elements that stand only in some others; elsewhere they become what the last entry says. */
const homes: Readonly<Record<string, readonly [parents: readonly string[], otherwise: string]>> = {
  li: [["ul", "ol"], "div"],
  dt: [["dl"], "div"],
  dd: [["dl"], "div"],
  figcaption: [["figure"], "div"],
  summary: [["details"], "div"],
  rt: [["ruby"], "span"],
  rp: [["ruby"], "span"],
};

const words = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Allowed in few places, and without a meaning that a reader of a book would miss. */
const boxes = words("header footer address");
const inline = words("abbr b bdi bdo cite code data dfn em i kbd mark q s samp small span strong sub sup time u var");
const textBlocks = words("h1 h2 h3 h4 h5 h6 p pre");
const blocks = words(
  "article aside blockquote details div dl figure h1 h2 h3 h4 h5 h6 hr li nav ol p pre section table ul dt dd figcaption",
);

/**
 * Raw HTML keeps to no content model, and the schema of EPUB content documents does: strays become plain blocks, lists
 * get their items, blocks leave the places where only words may stand. Nothing that can be read is lost.
 */
export function fitStructure(tree: Element): void {
  fit(tree, false);
}

function fit(parent: Element, onlyWords: boolean): void {
  if (boxes.has(parent.tagName) || isEmptyHeading(parent)) parent.tagName = "div";
  if (inline.has(parent.tagName) && !onlyWords && hasBlock(parent)) parent.tagName = "div";
  fitters[parent.tagName]?.(parent);
  const wordsBelow = onlyWords || textBlocks.has(parent.tagName) || inline.has(parent.tagName);
  for (const child of elementsIn(parent)) {
    const home = homes[child.tagName];
    if (home && !home[0].includes(parent.tagName)) child.tagName = home[1];
    if (wordsBelow && blocks.has(child.tagName)) child.tagName = "span";
    fit(child, wordsBelow);
  }
}

const fitters: Readonly<Record<string, (element: Element) => void>> = {
  ul: wrapItems,
  ol: wrapItems,
  dl: (list) => {
    if (!isTermList(list)) list.tagName = "div";
  },
  details: (details) => {
    const summary = elementsIn(details).find(({ tagName }) => tagName === "summary");
    if (!summary) details.tagName = "div";
    else details.children = [summary, ...demote(details, summary)];
  },
  figure: (figure) => {
    const caption = elementsIn(figure).find(({ tagName }) => tagName === "figcaption");
    if (!caption) return;
    const isFirst = elementsIn(figure)[0] === caption;
    const rest = demote(figure, caption);
    figure.children = isFirst ? [caption, ...rest] : [...rest, caption];
  },
};

/** All children but one; others of its name are plain blocks. */
function demote(parent: Element, kept: Element): ElementContent[] {
  const rest = parent.children.filter((child) => child !== kept);
  for (const child of rest) if (child.type === "element" && child.tagName === kept.tagName) child.tagName = "div";
  return rest;
}

function wrapItems(list: Element): void {
  list.children = list.children.map((child) =>
    isBlank(child) || (child.type === "element" && child.tagName === "li")
      ? child
      : { type: "element", tagName: "li", properties: {}, children: [child] },
  );
}

/** One or more terms, then one or more descriptions, and so on, with nothing between them. */
function isTermList(list: Element): boolean {
  if (list.children.some((child) => child.type !== "element" && !isBlank(child))) return false;
  const names = elementsIn(list).map(({ tagName }) => tagName);
  return /^(?:(?:dt )+(?:dd )+)+$/.test(`${names.join(" ")} `);
}

function hasBlock(element: Element): boolean {
  return elementsIn(element).some((child) => blocks.has(child.tagName) || hasBlock(child));
}

function isEmptyHeading(element: Element): boolean {
  return /^h[1-6]$/.test(element.tagName) && textOf(element) === "";
}

function elementsIn(element: Element): Element[] {
  return element.children.filter((child): child is Element => child.type === "element");
}

function isBlank(child: ElementContent): boolean {
  return child.type === "comment" || (child.type === "text" && child.value.trim() === "");
}
