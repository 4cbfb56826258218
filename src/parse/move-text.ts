import type { Heading, Root } from "mdast";
import { visit } from "../model/visit.ts";

type Point = NonNullable<Root["position"]>["start"];

/** Where a text goes that becomes part of another. */
export interface Move {
  /** How many lines and UTF-16 code units of the whole stand before it. */
  readonly lines: number;
  readonly offset: number;
  /** Levels that its headings go down; the sixth is the last. */
  readonly levels: number;
  /** Makes the names of its notes and link references its own. */
  readonly name: string;
}

/** Make a tree ready to stand in another: its positions, its heading levels, the names that only it knows. */
export function moveText(tree: Root, { lines, offset, levels, name }: Move): void {
  const move = (point: Point): Point => ({
    line: point.line + lines,
    column: point.column,
    ...(point.offset !== undefined && { offset: point.offset + offset }),
  });
  visit(tree, (node) => {
    if (node.position) node.position = { start: move(node.position.start), end: move(node.position.end) };
    if (node.type === "heading") node.depth = Math.min(6, node.depth + levels) as Heading["depth"];
    // No name that an author writes has such a beginning: the parser trims it.
    if ("identifier" in node) node.identifier = ` ${name} ${node.identifier}`;
  });
}
