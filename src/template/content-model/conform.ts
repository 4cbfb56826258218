import type { Element, ElementContent } from "hast";
import { fitters } from "./conform-lists.ts";
import { elementsIn } from "../../model/hast.ts";
import { textOf } from "../../model/text-of.ts";

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const headings = names("h1 h2 h3 h4 h5 h6");
const sections = names("article aside nav section");
const inline = names(
  "abbr b bdi bdo cite code data dfn em i kbd mark q ruby s samp small span strong sub sup time u var",
);
const otherBlocks = names("blockquote dd details div dl dt figcaption figure hr li ol p pre summary table ul");
const takeWords = names("h1 h2 h3 h4 h5 h6 p pre summary rt rp");
const takeNoSections = names("dt th");
/** Allowed in few places, and without a meaning that readers would miss. */
const boxes = names("header footer address");

/** Elements that must not be nested at any depth: `[outer, inner]`. */
const invalidNesting = [
  ["a", "details"],
  ["dfn", "dfn"],
] as const;

/** Elements that require certain parents, and what they become elsewhere. */
const contentModel: Readonly<Record<string, readonly [parents: readonly string[], otherwise: string]>> = {
  li: [["ul", "ol"], "div"],
  dt: [["dl"], "div"],
  dd: [["dl"], "div"],
  figcaption: [["figure"], "div"],
  summary: [["details"], "div"],
  caption: [["table"], "div"],
  colgroup: [["table"], "span"],
  col: [["colgroup"], "span"],
  thead: [["table"], "div"],
  tbody: [["table"], "div"],
  tfoot: [["table"], "div"],
  tr: [["thead", "tbody", "tfoot", "table"], "div"],
  th: [["tr"], "div"],
  td: [["tr"], "div"],
  rt: [["ruby"], "span"],
  rp: [["ruby"], "span"],
};

/**
 * Makes raw HTML conform to the content model that the schema of EPUB content documents requires: misplaced elements
 * become plain blocks, lists get items, and blocks leave places for inline content only. Nothing readable is lost.
 */
export function conformToContentModel(tree: Element): void {
  fit(tree, ["body"]);
}

/** `around`: the names of the ancestors, innermost first. */
function fit(node: Element, around: readonly string[]): void {
  fitters[node.tagName]?.(node);
  const name = nameFor(node, around);
  if (name !== node.tagName) become(node, name);
  for (const child of elementsIn(node)) fit(child, [name, ...around]);
}

/** Returns the name that an element must have in its place. */
function nameFor(node: Element, around: readonly string[]): string {
  const home = contentModel[node.tagName];
  const isHome = home?.[0].includes(around[0] ?? "");
  const name = home && !isHome ? home[1] : node.tagName;
  const within = (set: ReadonlySet<string>): boolean => around.some((ancestor) => set.has(ancestor));
  if (invalidNesting.some(([outer, inner]) => inner === name && around.includes(outer))) return plain(name);
  if (within(takeWords) || within(inline)) return isBlock(name) && !isHome ? "span" : name;
  const isPlain =
    boxes.has(name) ||
    (headings.has(name) && textOf(node).trim() === "") ||
    (within(takeNoSections) && (headings.has(name) || sections.has(name))) ||
    (inline.has(name) && hasBlock(node));
  return isPlain ? "div" : name;
}

function plain(name: string): string {
  return isBlock(name) ? "div" : "span";
}

const globalAttributes = names("id className lang dir title ariaLabel ariaLabelledBy ariaDescribedBy ariaHidden");

/** Renames an element, and keeps only global attributes. */
function become(node: Element, name: string): void {
  node.tagName = name;
  node.properties = Object.fromEntries(Object.entries(node.properties).filter(([key]) => globalAttributes.has(key)));
}

function isBlock(name: string): boolean {
  return otherBlocks.has(name) || headings.has(name) || sections.has(name) || boxes.has(name);
}

function hasBlock(element: Element): boolean {
  return elementsIn(element).some((child: ElementContent & Element) => isBlock(child.tagName) || hasBlock(child));
}
