import type { Heading, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { visit } from "../model/visit.ts";

/** Gives the document one title at level 1, and sections below without gaps. `title`: the title in its metadata. */
export function levelHeadings(tree: Root, title?: string): void {
  const headings: Heading[] = [];
  visit(tree, "heading", (heading) => void headings.push(heading));
  const [first] = headings;
  const hasTitle = first?.depth === 1 && headings.filter(({ depth }) => depth === 1).length === 1;
  const isNamed =
    title !== undefined && !headings.some((heading) => heading.depth === 1 && toString(heading) === title);
  const sections = hasTitle ? headings.slice(1) : headings;
  const depths = [...new Set(sections.map(({ depth }) => depth))].toSorted((a, b) => a - b);
  for (const heading of sections) heading.depth = Math.min(6, depths.indexOf(heading.depth) + 2) as Heading["depth"];
  if (hasTitle) {
    if (title !== undefined && toString(first) === title) moveToStart(tree, first);
    return;
  }
  if (isNamed) tree.children.unshift({ type: "heading", depth: 1, children: [{ type: "text", value: title }] });
  else if (first) first.depth = 1;
}

/** What a page shows above its title, such as status and date, follows it. */
function moveToStart(tree: Root, heading: Heading): void {
  const index = tree.children.indexOf(heading);
  if (index > 0) tree.children.unshift(...tree.children.splice(index, 1));
}
