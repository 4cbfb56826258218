import type { Element, ElementData, Parents, RootContent } from "hast";
import { SKIP, visit } from "./visit.ts";
import { hasClass } from "./hast.ts";

declare module "hast" {
  interface ElementData {
    /** Name of a block, unique in the publication and the same in every edition. */
    block?: string;
  }
}

/** Elements that start on a new line, and so can be the first thing on a page. */
const blocks = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "tr", "figure", "pre"]);

/** Names the blocks of a publication in document order: b1, b2, … */
export function nameBlocks(content: readonly RootContent[]): void {
  let count = 0;
  visit({ type: "root", children: [...content] }, "element", (node: Element) => {
    if (isBlock(node)) {
      count += 1;
      asBlock(node, `b${count}`);
    }
    // A figure is never split, so no page begins inside it.
    return node.tagName === "figure" ? SKIP : undefined;
  });
}

/**
 * Names the blocks that an edition adds, such as a list of references, after the ids before them. The same work gets
 * the same name in every edition.
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

/** Returns the block names that a template uses for the titles of a chapter and of the part that begins with it. */
export function titleBlocks({ slug }: { readonly slug: string }): { readonly chapter: string; readonly part: string } {
  return { chapter: `title.${slug}`, part: `part.${slug}` };
}

/** Sets the block name of an element. */
export function asBlock(element: Element, block: string): Element {
  (element.data ??= {} as ElementData).block = block;
  return element;
}

/** Returns the blocks of a tree in document order. */
export function blocksOf(tree: Parents): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (node) => void (node.data?.block !== undefined && found.push(node)));
  return found;
}

function isBlock(element: Element): boolean {
  return blocks.has(element.tagName) || (element.tagName === "div" && hasClass(element, "formula"));
}
