import type { Element, ElementData, Parents, Root, RootContent } from "hast";
import { SKIP, visit } from "unist-util-visit";
import type { BackMatter, Chapter } from "./publication.ts";

declare module "hast" {
  interface ElementData {
    /** The name of a block, the same in every edition; unique in the publication. */
    block?: string;
  }
}

/** What begins a line of its own, and so can be the first thing on a page. */
const blocks = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "tr", "figure", "pre"]);

/** Name the blocks of chapters, their notes and the sections behind them in their order: b1, b2, … */
export function nameBlocks(chapters: readonly Chapter[], backMatter: readonly BackMatter[]): void {
  let count = 0;
  const nameIn = (tree: RootContent | Root): void =>
    visit(tree, "element", (node) => {
      if (isBlock(node)) {
        count += 1;
        (node.data ??= {} as ElementData).block = `b${count}`;
      }
      // A figure is drawn as a whole: what stands in it does not begin a page.
      return node.tagName === "figure" ? SKIP : undefined;
    });
  for (const { body, notes } of chapters) for (const tree of notes ? [body, notes] : [body]) nameIn(tree);
  for (const { section } of backMatter) nameIn(section);
}

/** The blocks of a tree in their order. */
export function blocksOf(tree: Parents): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (node) => void (node.data?.block !== undefined && found.push(node)));
  return found;
}

function isBlock({ tagName, properties: { className } }: Element): boolean {
  return blocks.has(tagName) || (tagName === "div" && Array.isArray(className) && className.includes("formula"));
}
