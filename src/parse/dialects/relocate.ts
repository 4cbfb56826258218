import type { Root, RootContent } from "mdast";
import { visit } from "../../model/visit.ts";
import type { BlockLine } from "./block.ts";

type Point = NonNullable<Root["position"]>["start"];

/**
 * Maps positions in a tree parsed from lines to the file. Removes nodes on lines that are not in the file. `starts`:
 * the offsets of the file's lines.
 */
export function relocate(tree: Root, lines: readonly (BlockLine | undefined)[], starts: readonly number[]): void {
  tree.children = tree.children.filter(({ position }) => !position || lines[position.start.line - 1] !== undefined);
  const known = lines.filter((line) => line !== undefined);
  const [first] = known;
  const last = known.at(-1);
  const move = ({ line, column }: Point): Point => {
    const at = lines[line - 1];
    if (at) return place(at, column);
    if (line > lines.length && last) return place(last, last.text.length + 1);
    return first ? place(first, 1) : { line: 1, column: 1, offset: 0 };
  };
  const place = ({ line, column }: BlockLine, inside: number): Point => ({
    line,
    column: column + inside - 1,
    offset: (starts[line - 1] ?? 0) + column + inside - 2,
  });
  visit(tree, (node) => {
    if (node.position) node.position = { start: move(node.position.start), end: move(node.position.end) };
  });
}

/** Adds offsets to generated nodes, which only have line and column. */
export function addOffsets(nodes: readonly RootContent[], starts: readonly number[]): void {
  const whole = ({ line, column, offset }: Point): Point => ({
    line,
    column,
    offset: offset ?? (starts[line - 1] ?? 0) + column - 1,
  });
  const root: Root = { type: "root", children: [...nodes] };
  visit(root, (node) => {
    if (node.position) node.position = { start: whole(node.position.start), end: whole(node.position.end) };
  });
}

/** Returns the offset of each line. */
export function startsOf(texts: readonly string[], ends: readonly string[]): number[] {
  let offset = 0;
  return texts.map((text, index) => {
    const start = offset;
    offset += text.length + (ends[index]?.length ?? 0);
    return start;
  });
}
