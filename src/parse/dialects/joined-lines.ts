import type { Dialect, DialectLine } from "./dialect.ts";

/** A picture with attributes that fills its paragraph; editors break its caption into lines. */
const picture = /^[ \t]*!\[[^\n]*\n[^]*\]\(\S+\)\{[^{}]*\}[ \t]*$|^[ \t]*!\[[^\n]*\]\(\S+\)\{[^{}]*\n[^{}]*\}[ \t]*$/;
/** Attributes of pandoc, behind a bracket, a parenthesis or code. */
const attributes = /(?<=[\])`])\{[ \t]*(?:[#.][\w:-]+|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"{}]+))(?:\s+[^{}]*)?\}/g;
/** A role of MyST. */
const role = /(?<![`\\])\{[a-z][\w:+-]*\}(`+)(?!`)[^`]+\1(?!`)/g;
/** A line that belongs to no paragraph, or begins a block of its own. */
const boundary = /^[ \t]*(?:$|:{3,}|\||#{1,6}[ \t])/;

/**
 * Puts what dialects read on one line onto one line: attributes of pandoc, captions of pictures with attributes, roles
 * of MyST. The lines of the paragraph behind it move up; the last ones become empty.
 */
export const joinedLines: Dialect = {
  name: "marks over several lines",
  saysItself: true,
  read(lines) {
    const read = new Map<number, string>();
    for (const paragraph of paragraphsOf(lines)) {
      const text = paragraph.map((line) => line.text).join("\n");
      if (!text.includes("{")) continue;
      const joined = picture.test(text)
        ? joinLines(text)
        : [attributes, role].reduce((changed, mark) => changed.replaceAll(mark, joinLines), text);
      if (joined === text) continue;
      const texts = joined.split("\n");
      for (const [index, { line }] of paragraph.entries()) read.set(line, texts[index] ?? "");
    }
    return read;
  },
};

const joinLines = (text: string): string => text.replaceAll(/[ \t]*\n[ \t]*(?:>[ \t]*)*/g, " ");

/** Returns the groups of adjacent lines of text with more than one line. */
function paragraphsOf(lines: readonly DialectLine[]): DialectLine[][] {
  const found: DialectLine[][] = [];
  let open: DialectLine[] = [];
  for (const line of lines) {
    const isNext = open.length > 0 && open.at(-1)?.line === line.line - 1;
    if (boundary.test(line.text)) open = [];
    else if (isNext) open.push(line);
    else open = [line];
    if (open.length === 2) found.push(open);
  }
  return found;
}
