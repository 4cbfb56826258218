import type { Element, ElementContent, Root, RootContent } from "hast";
import type { ContentsEntry } from "../model/publication.ts";
import { isElement, make, textOf } from "./hast.ts";

/** Every heading with what it heads becomes a `section`, nested as the headings are. */
export function sectionise(tree: Root): void {
  const root = make("section", {});
  const open: { readonly depth: number; readonly section: Element }[] = [{ depth: 1, section: root }];
  for (const node of tree.children) {
    const depth = headingDepth(node);
    if (depth !== undefined) {
      while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
      const section = make("section", {});
      open.at(-1)?.section.children.push(section);
      open.push({ depth, section });
    }
    open.at(-1)?.section.children.push(node as ElementContent);
  }
  tree.children = root.children;
}

/** The headings of a sectionised body as a nested list. */
export function listContents(parent: Root | Element): ContentsEntry[] {
  return parent.children.flatMap((node): ContentsEntry[] => {
    if (!isElement(node, "section")) return [];
    const heading = node.children.find((child): child is Element => headingDepth(child) !== undefined);
    if (!heading) return [];
    const entry = {
      id: String(heading.properties.id),
      title: textOf(heading).trim(),
      depth: headingDepth(heading) ?? 2,
    };
    return [{ ...entry, children: listContents(node) }];
  });
}

function headingDepth(node: RootContent): number | undefined {
  return isElement(node) && /^h[2-6]$/.test(node.tagName) ? Number(node.tagName.slice(1)) : undefined;
}
