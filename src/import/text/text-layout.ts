import { largest, smallest } from "../../model/extremes.ts";

/** Measures of a whole plain text, by which its blocks are classified. */
export interface TextLayout {
  /** The first group of lines, which is the title if it is underlined. */
  readonly first: readonly string[] | undefined;
  /** The smallest indentation of a line, in characters. */
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
    margin: smallest(lines.map(indentOf)),
    width: largest(lines.map((line) => line.length)),
    hasDoubleUnderline: groups.slice(1).some(([, second]) => second !== undefined && /^\s*={3,}\s*$/.test(second)),
  };
}

/** Returns the length of the white space at the start of a line. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
