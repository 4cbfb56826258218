import type { Heading, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { visit } from "../model/visit.ts";
import type { Report } from "../diagnostics/report.ts";
import { findOpeningHeading } from "./opening-heading.ts";

/** Title of an article, with its body without `h1`. */
export interface Title {
  readonly text: string;
  readonly heading?: Heading;
  /** None or one. */
  readonly givenId: readonly string[];
}

/**
 * Returns the title from the front matter, or from the first heading if no text precedes it. The title heading is
 * removed from the body; if others have its level, the whole body moves one level down, so that nothing below has the
 * title's rank.
 */
export function takeTitle(tree: Root, title: string | undefined, fallback: string, report: Report): Title {
  const first = findOpeningHeading(tree);
  const heading = first?.heading;
  const isTitle =
    first !== undefined &&
    (title === undefined ? first.isOpening : first.heading.depth === 1 && sameText(first.heading, title));
  if (isTitle) first.takeOut();
  if (title === undefined && !isTitle) {
    const message = `The article has no title; it is called "${fallback}".`;
    const hint = heading
      ? "Text comes before the first heading: give a title in the front matter, or begin with the heading."
      : "Begin with a heading, or give a title in the front matter.";
    report("titleExists", tree.children[0], message, hint);
  }
  lowerHeadings(tree, isTitle || title !== undefined, report);
  if (isTitle) liftHeadings(tree, first.heading.depth);
  const properties = (heading?.data ?? {}) as { hProperties?: { id?: string } };
  const id = isTitle ? properties.hProperties?.id : undefined;
  return {
    text: title ?? (isTitle ? toString(heading) : fallback),
    ...(isTitle && heading && { heading }),
    givenId: id === undefined ? [] : [id],
  };
}

function sameText(heading: Heading, title: string): boolean {
  return toString(heading).trim().toLowerCase() === title.trim().toLowerCase();
}

/** Raises headings below a title of level 2 or lower accordingly. */
function liftHeadings(tree: Root, depth: Heading["depth"]): void {
  const headings: Heading[] = [];
  visit(tree, "heading", (node) => void headings.push(node));
  if (headings.some((heading) => heading.depth <= depth)) return;
  for (const heading of headings) heading.depth = (heading.depth - depth + 1) as Heading["depth"];
}

function lowerHeadings(tree: Root, isSecond: boolean, report: Report): void {
  const tops: Heading[] = [];
  visit(tree, "heading", (node) => void (node.depth === 1 && tops.push(node)));
  const [top] = tops;
  if (!top) return;
  report(
    "oneTitle",
    top,
    `There is a ${isSecond ? "second " : ""}heading of the title's level; all headings are moved one level down.`,
    'Start sections with "##".',
  );
  visit(tree, "heading", (node) => {
    node.depth = Math.min(6, node.depth + 1) as Heading["depth"];
  });
}
