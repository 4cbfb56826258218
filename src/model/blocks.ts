import type { Element, ElementData, Parents, RootContent } from "hast";
import { SKIP, visit } from "./visit.ts";
import { hasClass } from "./hast.ts";

declare module "hast" {
  interface ElementData {
    /** The name of a block, the same in every edition; unique in the publication. */
    block?: string;
  }
}

/** What begins a line of its own, and so can be the first thing on a page. */
const blocks = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "tr", "figure", "pre"]);

/** Name the blocks of what stands in a publication in their order: b1, b2, … */
export function nameBlocks(content: readonly RootContent[]): void {
  let count = 0;
  visit({ type: "root", children: [...content] }, "element", (node: Element) => {
    if (isBlock(node)) {
      count += 1;
      asBlock(node, `b${count}`);
    }
    // A figure is drawn as a whole: what stands in it does not begin a page.
    return node.tagName === "figure" ? SKIP : undefined;
  });
}

/**
 * Name the blocks that an edition makes for itself, as lists of references, by the ids before them: the same work has the same
 * name in every edition.
 */
export function nameMadeBlocks(content: readonly RootContent[]): void {
  let last = "";
  let count = 0;
  visit({ type: "root", children: [...content] }, "element", (node: Element) => {
    const { id } = node.properties;
    if (id !== undefined) [last, count] = [String(id), 0];
    if (!isBlock(node) || node.data?.block !== undefined || last === "") return;
    asBlock(node, `b.${last}${count === 0 ? "" : `.${count}`}`);
    count += 1;
  });
}

/** The names of the blocks that a template makes: the titles of a chapter and of the part that begins with it. */
export function titleBlocks({ slug }: { readonly slug: string }): { readonly chapter: string; readonly part: string } {
  return { chapter: `title.${slug}`, part: `part.${slug}` };
}

/** Give an element the name of a block. */
export function asBlock(element: Element, block: string): Element {
  (element.data ??= {} as ElementData).block = block;
  return element;
}

/** The blocks of a tree in their order. */
export function blocksOf(tree: Parents): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (node) => void (node.data?.block !== undefined && found.push(node)));
  return found;
}

function isBlock(element: Element): boolean {
  return blocks.has(element.tagName) || (element.tagName === "div" && hasClass(element, "formula"));
}
