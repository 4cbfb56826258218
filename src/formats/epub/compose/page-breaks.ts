import type { Element, ElementContent, Parents } from "hast";
import { h } from "hastscript";
import { visit } from "../../../model/visit.ts";
import type { PagePoint } from "../../../model/book.ts";
import type { PageMap, PageStart } from "../../../model/page-map.ts";
import { wordsOf } from "../../../model/word-characters.ts";
import type { DocumentTree } from "./addresses.ts";

interface Block {
  readonly node: Element;
  readonly parent: Parents;
}

/** Returns the mark of the first page, which begins with the title. */
export function firstPage(): Element {
  return mark("div", 1);
}

/**
 * Marks where each page of the paged edition, except the first, begins (EPUB Accessibility 1.1, §3.2): before the block
 * that begins the page or, within a continued block, before the word. If the book lacks the block, the next one that it
 * has is marked. Words are counted, so this must run before anything adds text.
 */
export function markPages(leaves: readonly DocumentTree[], { starts, blocks: order }: PageMap): void {
  const blocks = new Map(leaves.flatMap(({ tree }) => blocksIn(tree)));
  for (const start of starts.filter(({ page }) => page > 1)) {
    const there = blocks.get(start.block);
    const behind = order.slice(order.indexOf(start.block)).find((block) => blocks.has(block));
    const next = behind === undefined ? undefined : blocks.get(behind);
    if (!(there && splitAt(there.node, start)) && next) standBefore(next, start.page);
  }
}

/** Returns where the pages begin, in order; the documents must have their paths. The first page is the title page. */
export function pagePoints(leaves: readonly DocumentTree[], titlePath: string): PagePoint[] {
  const points: PagePoint[] = [{ label: "1", address: `${titlePath}#${pageId(1)}` }];
  for (const { tree, path } of leaves) {
    visit(tree, "element", ({ properties: { id, role, ariaLabel } }) => {
      if (role === "doc-pagebreak") points.push({ label: String(ariaLabel), address: `${path}#${String(id)}` });
    });
  }
  return points;
}

function blocksIn(tree: Element): (readonly [name: string, block: Block])[] {
  const found: (readonly [string, Block])[] = [];
  visit(tree, "element", (node, _, parent) => {
    if (parent && node.data?.block !== undefined) found.push([node.data.block, { node, parent }]);
  });
  return found;
}

/** Inserts a mark before a word that is not the first of its block. Returns whether there is such a word. */
function splitAt(block: Element, { word: index, page }: PageStart): boolean {
  const word = index > 0 ? wordsOf(block)[index] : undefined;
  if (!word) return false;
  const { text, parent, start } = word;
  const before: ElementContent[] = start > 0 ? [{ type: "text", value: text.value.slice(0, start) }] : [];
  const after: ElementContent = { type: "text", value: text.value.slice(start) };
  parent.children.splice((parent.children as ElementContent[]).indexOf(text), 1, ...before, mark("span", page), after);
  return true;
}

/** Inserts a mark before a block if content is allowed there, otherwise as the block's first child. */
function standBefore({ node, parent }: Block, page: number): void {
  if (node.tagName === "tr") {
    const cell = node.children.find((child): child is Element => child.type === "element");
    cell?.children.unshift(mark("span", page));
  } else if (["li", "dt", "dd"].includes(node.tagName)) node.children.unshift(mark("span", page));
  else parent.children.splice((parent.children as ElementContent[]).indexOf(node), 0, mark("div", page));
}

/**
 * Returns a mark with `epub:type` for reading systems and a role for assistive technology (DPUB-ARIA 1.1,
 * doc-pagebreak).
 */
function mark(tagName: "div" | "span", page: number): Element {
  return h(tagName, { id: pageId(page), role: "doc-pagebreak", ariaLabel: String(page), "epub:type": "pagebreak" });
}

/** Returns the id of a page's mark. The dot keeps it apart from ids in the text. */
function pageId(page: number): string {
  return `offprint.page-${page}`;
}
