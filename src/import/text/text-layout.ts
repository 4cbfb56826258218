import { largest, smallest } from "../../model/extremes.ts";

/** Measures of a whole plain text, by which its blocks are classified. */
export interface TextLayout {
  /** The first group of lines, which is the title if it is underlined. */
  readonly first: readonly string[] | undefined;
  /** The indentation of most paragraphs, in characters: they may be set in below their headings. */
  readonly margin: number;
  /** The length of the longest line, in characters. */
  readonly width: number;
  /** Whether a group after the first is underlined twice. */
  readonly hasDoubleUnderline: boolean;
}

/** Measures groups of lines once, so that the time is linear in the text. */
export function measureText(groups: readonly (readonly string[])[]): TextLayout {
  const lines = groups.flat();
  return {
    first: groups[0],
    margin: marginOf(groups) ?? smallest(lines.map(indentOf)),
    width: largest(lines.map((line) => line.length)),
    hasDoubleUnderline: groups.slice(1).some(([, second]) => second !== undefined && /^\s*={3,}\s*$/.test(second)),
  };
}

/** Returns the indentation that more than half of the paragraphs have, if there are several. */
function marginOf(groups: readonly (readonly string[])[]): number | undefined {
  const indents = groups.filter(isParagraph).map(([first = ""]) => indentOf(first));
  const counts = Map.groupBy(indents, (indent) => indent);
  const [margin, same = []] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return same.length > 1 && same.length * 2 > indents.length ? margin : undefined;
}

/** Reports whether lines are long, evenly set in, and neither underlined nor in columns. */
function isParagraph(lines: readonly string[]): boolean {
  const [first = ""] = lines;
  const isEven = lines.every((line) => indentOf(line) === indentOf(first));
  const hasMarks = lines.some((line) => /\S {2,}\S.* {2,}\S|^\s*([=\-~*_])\1*\s*$/.test(line));
  return lines.length > 1 && isEven && !hasMarks && lines.some((line) => line.length > 50);
}

/** Returns the length of the white space at the start of a line. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
