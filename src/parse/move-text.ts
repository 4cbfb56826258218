import type { Heading, Root } from "mdast";
import { visit } from "../model/visit.ts";

type Point = NonNullable<Root["position"]>["start"];

/** Where a text that becomes part of another is moved to. */
export interface Move {
  /** Number of lines and UTF-16 code units before it in the whole. */
  readonly lines: number;
  readonly offset: number;
  /** Number of levels to lower its headings; six is the maximum. */
  readonly levels: number;
  /** A prefix that keeps the names of its notes and link references separate. */
  readonly name: string;
}

/** Prepares a tree for inclusion in another: its positions, heading levels and local names. */
export function moveText(tree: Root, { lines, offset, levels, name }: Move): void {
  const move = (point: Point): Point => ({
    line: point.line + lines,
    column: point.column,
    ...(point.offset !== undefined && { offset: point.offset + offset }),
  });
  visit(tree, (node) => {
    if (node.position) node.position = { start: move(node.position.start), end: move(node.position.end) };
    if (node.type === "heading") node.depth = Math.min(6, node.depth + levels) as Heading["depth"];
    // Authors cannot write a name that starts with a space: the parser trims it.
    if ("identifier" in node) node.identifier = ` ${name} ${node.identifier}`;
  });
}
