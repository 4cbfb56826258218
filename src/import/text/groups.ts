import { itemMark, ruleLine, underline } from "./line-marks.ts";

/** Splits text at blank lines; without blank lines but with long lines, each line is a paragraph. */
export function splitGroups(text: string): string[][] {
  const expanded = text.replaceAll(/^\t+/gm, (tabs) => "    ".repeat(tabs.length)).replaceAll(/[ \t]+$/gm, "");
  const groups = expanded.split(/\n{2,}/).map((group) => group.split("\n").filter((line) => line !== ""));
  const remaining = groups.filter((group) => group.length > 0);
  const isUnbroken = remaining.every((group) => group.length > 1) && remaining.flat().some((line) => line.length > 120);
  return (isUnbroken || remaining.length === 1 ? remaining.flatMap(splitLongLines) : remaining)
    .flatMap(splitUnderlined)
    .flatMap(splitList)
    .flatMap(splitIndented);
}

/** Treats lines longer than any hard-wrapped line as paragraphs, and the short ones in between, too. */
function splitLongLines(group: string[]): string[][] {
  if (!group.some((line) => line.length > 120)) return [group];
  const pieces: string[][] = [];
  for (const line of group) {
    const last = pieces.at(-1);
    if (last?.[0] && itemMark.test(line) && itemMark.test(last[0])) last.push(line);
    else pieces.push([line]);
  }
  return pieces;
}

/** Splits off an underlined first line as a heading, even without a following blank line. */
function splitUnderlined(group: string[]): string[][] {
  const second = group[1];
  const isHeading = second !== undefined && underline.test(second) && !ruleLine.test(group[0] ?? "");
  return isHeading && group.length > 2 ? [group.slice(0, 2), group.slice(2)] : [group];
}

/** Splits a list from the line above that introduces it, and a mail's signature from its two dashes (RFC 3676, 4.3). */
function splitList(group: string[]): string[][] {
  const [first = "", ...rest] = group;
  if (first === "--" && rest.length > 0) return [["---"], rest];
  const start = group.findIndex((line) => itemMark.test(line));
  const list = group.slice(start);
  const isList = list.every((line) => itemMark.test(line) || /^\s/.test(line));
  const isLong = list.filter((line) => itemMark.test(line)).length > 1;
  return start > 0 && isList && isLong && /[:：]$/.test(group[start - 1] ?? "")
    ? [group.slice(0, start), list]
    : [group];
}

/** Splits paragraphs with indented first lines and no blank lines in between, as in books. */
function splitIndented(group: string[]): string[][] {
  const isSetIn = (line: string): boolean => /^ {1,8}\S/.test(line);
  const count = group.filter((line) => isSetIn(line)).length;
  if (count < 2 || count * 2 > group.length || group.some((line) => itemMark.test(line) || line.length > 120))
    return [group];
  if (new Set(group.filter((line) => isSetIn(line)).map((line) => line.search(/\S/))).size > 1) return [group];
  const pieces: string[][] = [];
  for (const line of group) {
    if (pieces.length === 0 || isSetIn(line)) pieces.push([line.trimStart()]);
    else pieces.at(-1)?.push(line);
  }
  return pieces;
}
