import { h } from "hastscript";
import type { Element, ElementContent, Root, RootContent } from "hast";
import type { ContentsEntry } from "../model/publication.ts";
import { textOf } from "../model/text-of.ts";

/** Wraps every heading and its content in a `section`, nested like the headings. */
export function sectionise(tree: Root): void {
  const root = section();
  const open: { readonly depth: number; readonly section: Element }[] = [{ depth: 1, section: root }];
  for (const node of tree.children as ElementContent[]) {
    const depth = headingDepth(node);
    if (depth !== undefined) {
      while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
      const own = section();
      open.at(-1)?.section.children.push(own);
      open.push({ depth, section: own });
    }
    open.at(-1)?.section.children.push(node);
  }
  tree.children = root.children;
}

/** Returns the headings of a body with sections as a nested list, without empty ones. */
export function listContents(parent: Root | Element): ContentsEntry[] {
  return parent.children.flatMap((node): ContentsEntry[] => {
    if (!isSection(node)) return [];
    const heading = node.children.find((child): child is Element => headingDepth(child) !== undefined);
    if (!heading) return [];
    const title = textOf(heading).replaceAll(/\s+/g, " ").trim();
    const children = listContents(node);
    if (title === "") return children;
    return [{ id: String(heading.properties.id), title, depth: headingDepth(heading) ?? 2, children }];
  });
}

function isSection(node: RootContent): node is Element {
  return node.type === "element" && node.tagName === "section";
}

function headingDepth(node: RootContent): number | undefined {
  return node.type === "element" && /^h[2-6]$/.test(node.tagName) ? Number(node.tagName.slice(1)) : undefined;
}

function section(): Element {
  return h("section");
}
