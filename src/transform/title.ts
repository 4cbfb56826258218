import type { Heading, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { Report } from "../diagnostics/report.ts";

/** The title of an article and what it leaves below: `h1` nowhere in the body. */
export interface Title {
  readonly text: string;
  readonly heading?: Heading;
  /** None or one. */
  readonly givenId: readonly string[];
}

/**
 * The title from the front matter, or from the first heading. The heading that is the title leaves the body; where
 * others stand at its level, the whole body moves one level down, so that nothing below has the title's rank.
 */
export function takeTitle(tree: Root, given: string | undefined, fallback: string, report: Report): Title {
  const first = tree.children.find((node): node is Heading => node.type === "heading");
  const isTitle =
    first !== undefined && (given === undefined ? isOpening(tree, first) : first.depth === 1 && sameText(first, given));
  if (isTitle) tree.children.splice(tree.children.indexOf(first), 1);
  if (given === undefined && !isTitle) {
    report(
      "titleExists",
      tree.children[0],
      `The article has no title; it is called "${fallback}".`,
      "Begin with a heading, or give a title in the front matter.",
    );
  }
  lowerHeadings(tree, report);
  if (isTitle) liftHeadings(tree, first.depth);
  const properties = (first?.data ?? {}) as { hProperties?: { id?: string } };
  const id = isTitle ? properties.hProperties?.id : undefined;
  return {
    text: given ?? (isTitle ? toString(first) : fallback),
    ...(isTitle && { heading: first }),
    givenId: id === undefined ? [] : [id],
  };
}

/** Of the first level, or the first thing in the text whatever its level. */
function isOpening(tree: Root, heading: Heading): boolean {
  return heading.depth === 1 || tree.children.indexOf(heading) === 0;
}

function sameText(heading: Heading, title: string): boolean {
  return toString(heading).trim().toLowerCase() === title.trim().toLowerCase();
}

/** Below a title of the second level, sections of the third are taken one level higher, and so on. */
function liftHeadings(tree: Root, depth: Heading["depth"]): void {
  const headings: Heading[] = [];
  visit(tree, "heading", (node) => void headings.push(node));
  if (headings.some((heading) => heading.depth <= depth)) return;
  for (const heading of headings) heading.depth = (heading.depth - depth + 1) as Heading["depth"];
}

function lowerHeadings(tree: Root, report: Report): void {
  const tops: Heading[] = [];
  visit(tree, "heading", (node) => void (node.depth === 1 && tops.push(node)));
  const [top] = tops;
  if (!top) return;
  report(
    "oneTitle",
    top,
    "There is a second heading of the title's level; all headings are taken one level lower.",
    'Start sections with "##".',
  );
  visit(tree, "heading", (node) => {
    node.depth = Math.min(6, node.depth + 1) as Heading["depth"];
  });
}
