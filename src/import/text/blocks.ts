import { largest, smallest } from "../../model/extremes.ts";
import { drawnRows, isDrawn } from "./drawn-table.ts";
import { indentOf, measureText, type TextLayout } from "./text-layout.ts";

/** A block of lines, classified by layout alone. */
export type Block =
  | { readonly kind: "heading"; readonly text: string; readonly depth: number }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "verse" | "quote" | "code"; readonly lines: readonly string[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "list"; readonly lines: readonly string[] }
  | { readonly kind: "rule" };

/** The marker of a list item: a bullet, or a number or a letter with a full stop or a parenthesis. */
export const itemMark = /^(\s*)([-*+•·‣◦▪▫■□●○◆◇➢➤►✓✔→–—]|(?<=\s)o|\(?(?:\d{1,3}|[a-z])[.)])\s+(?=\S)/;

const underline = /^\s*([=\-~*_])\1{2,}\s*$/;
const ruleLine = /^\s*(?:([-=*_~#])\s*)(?:\1\s*){2,}$/;
const byline = /^(?:by|von|par|por|di|av) \p{Lu}/iu;
const tableName = /^\s*(?:Table|Figure|Fig\.)\s\d+\b/;
const sectionNumber = /^(\d{1,2}(?:\.\d{1,2})*)\.?\s+\p{Lu}/u;

/** Splits a plain text into blocks. */
export function readBlocks(text: string): Block[] {
  const groups = splitGroups(text);
  const layout = measureText(groups);
  const kinds = groups.map((lines) => readBlock(lines, layout));
  return groups.map((lines, index) => asHeading(lines, index, groups, kinds) ?? kinds[index] ?? paragraph(lines));
}

/** Splits text at blank lines; without blank lines but with long lines, each line is a paragraph. */
function splitGroups(text: string): string[][] {
  const expanded = text.replaceAll(/^\t+/gm, (tabs) => "    ".repeat(tabs.length)).replaceAll(/[ \t]+$/gm, "");
  const groups = expanded.split(/\n{2,}/).map((group) => group.split("\n").filter((line) => line !== ""));
  const remaining = groups.filter((group) => group.length > 0);
  const isUnbroken = remaining.every((group) => group.length > 1) && remaining.flat().some((line) => line.length > 120);
  return (isUnbroken || remaining.length === 1 ? remaining.flatMap(splitLongLines) : remaining)
    .flatMap(splitUnderlined)
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

function readBlock(lines: readonly string[], layout: TextLayout): Block {
  const [first = "", second] = lines;
  if (lines.length === 1 && ruleLine.test(first)) return { kind: "rule" };
  if (lines.length === 2 && second !== undefined && underline.test(second)) {
    return {
      kind: "heading",
      text: first.trim().replaceAll(/\s+/g, " "),
      depth: underlineDepth(second, lines, layout),
    };
  }
  const rows = isDrawn(lines) ? drawnRows(lines) : tableRows(lines);
  if (!rows && isDrawn(lines)) return { kind: "code", lines };
  if (rows) return { kind: "table", rows };
  if (lines.every((line) => /^\s*>/.test(line))) {
    return { kind: "quote", lines: lines.map((line) => line.replace(/^\s*> ?/, "")) };
  }
  if (itemMark.test(first) && lines.every((line) => itemMark.test(line) || /^\s/.test(line) || lines.length > 1)) {
    return { kind: "list", lines };
  }
  const indent = smallest(lines.map(indentOf));
  const inner = lines.map((line) => line.slice(indent));
  const isSetIn = indent - layout.margin >= 4 || (indent - layout.margin >= 2 && lines.length > 1);
  if (lines.length === 1 && tableName.test(first)) return paragraph(lines);
  if (isSetIn && lines.join("").trim().length > 0) {
    return { kind: looksLikeCode(inner) ? "code" : "quote", lines: inner };
  }
  return isVerse(lines, layout) ? { kind: "verse", lines: inner } : paragraph(lines);
}

/** Returns the level of an underlined heading: the first is the title; double lines rank above single ones. */
function underlineDepth(line: string, own: readonly string[], layout: TextLayout): number {
  const isDouble = line.includes("=");
  if (layout.first === own) return isDouble ? 1 : 2;
  return isDouble || !layout.hasDoubleUnderline ? 2 : 3;
}

function paragraph(lines: readonly string[]): Block {
  return { kind: "paragraph", text: joinLines(lines) };
}

/** Joins hard-wrapped lines. Keeps a hyphen at a line end, because it may belong to the word. */
export function joinLines(lines: readonly string[]): string {
  const trimmed = lines.map((line) => line.trim());
  return trimmed
    .map((line, index) => {
      const isDivided = /\p{L}-$/u.test(trimmed[index - 1] ?? "") && /^\p{Ll}/u.test(line);
      return isDivided ? line : ` ${line}`;
    })
    .join("")
    .trim();
}

/** Returns the cells of at least three rows with equal numbers of cells, separated by tabs or two or more spaces. */
function tableRows(lines: readonly string[]): string[][] | undefined {
  const rows = lines
    .filter((line) => !/^[\s|+=-]+$/.test(line))
    .map((line) => line.trim().split(line.includes("\t") ? /\t+/ : / {2,}/));
  const width = rows[0]?.length ?? 0;
  const isTable = rows.length >= 2 && width >= 2 && rows.every((row) => row.length === width);
  return isTable && !lines.some((line) => itemMark.test(line)) && (rows.length >= 3 || lines.join().includes("\t"))
    ? rows
    : undefined;
}

function looksLikeCode(lines: readonly string[]): boolean {
  const marked = lines.filter((line) =>
    /[{};=]\s*$|^\s*(?:for|if|elif|while|def|class|else)\b.*:$|\w\([^)]*\)[;:]?$|^\s*(?:\$|>>>|#!?)\s*\S|[()[\]{}=<>]{2}|^\s*<\/?\w+|--?\w|^\s*[+|].*[+|]\s*$/.test(
      line,
    ),
  );
  return marked.length * 2 >= lines.length;
}

/** Reports whether lines end well before the text width and each starts afresh: verse, an address, a signature. */
function isVerse(lines: readonly string[], { width }: TextLayout): boolean {
  if (lines.length < 2) return false;
  const lengths = lines.slice(0, -1).map((line) => line.length);
  const [longest, shortest] = [largest(lengths), smallest(lengths)];
  const isShort = longest <= 60 && (longest < width * 0.8 || shortest < width * 0.6);
  return isShort && lines.every((line) => /^\s*["“‘'(]?[\p{Lu}\p{Lo}\p{N}]/u.test(line));
}

/** Returns a heading for a short line that ends no sentence and is followed by something other than a heading. */
function asHeading(
  lines: readonly string[],
  index: number,
  groups: readonly (readonly string[])[],
  kinds: readonly Block[],
): Block | undefined {
  const text = joinLines(lines);
  const own = kinds[index]?.kind;
  const numbered = sectionNumber.exec(text);
  const isNumberedList = (at: number): boolean => kinds[at]?.kind === "list" && /^\s*\(?\d/.test(groups[at]?.[0] ?? "");
  const isItem =
    own === "list" && !(numbered && lines.length === 1 && !isNumberedList(index + 1) && !isNumberedList(index - 1));
  if (isItem || (own !== "paragraph" && own !== "list" && own !== "verse")) return undefined;
  if (lines.length > 2 || !isTitleLike(text) || (own === "verse" && index > 0)) return undefined;
  const isFollowed = [index + 1, index + 2].some((at) => {
    const other = groups[at];
    return other !== undefined && (!isTitleLike(joinLines(other)) || kinds[at]?.kind !== "paragraph");
  });
  if (!isFollowed) return undefined;
  const depth = numbered?.[1] ? numbered[1].split(".").length + 1 : index === 0 ? 1 : 2;
  return { kind: "heading", text, depth };
}

/** Reports whether a text is short, begins like a title, and does not end a sentence. */
function isTitleLike(text: string): boolean {
  const words = text.split(/\s+/).length;
  return (
    text.length <= 90 &&
    words <= 14 &&
    /^["“‘'(¿¡]?[\p{Lu}\p{Lo}\p{N}]/u.test(text) &&
    !/[.,;:…,。、]["”’)]?$/u.test(text) &&
    !byline.test(text) &&
    !tableName.test(text)
  );
}
