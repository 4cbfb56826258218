import { largest, smallest } from "../../model/extremes.ts";
import { drawnRows, isDrawn } from "./drawn-table.ts";
import { splitGroups } from "./groups.ts";
import { itemMark, ruleLine, underline } from "./line-marks.ts";
import { indentOf, measureText, type TextLayout } from "./text-layout.ts";

/** A block of lines, classified by layout alone. */
export type Block =
  | { readonly kind: "heading"; readonly text: string; readonly depth: number }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "verse" | "quote" | "code"; readonly lines: readonly string[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "list"; readonly lines: readonly string[] }
  | { readonly kind: "rule" };

const byline = /^(?:by|von|par|por|di|av) \p{Lu}/iu;
const tableName = /^\s*(?:Table|Figure|Fig\.)\s\d+\b/;
const sectionNumber = /^(\d{1,2}(?:\.\d{1,2})*)\.?\s+\p{Lu}/u;

/** Splits a plain text into blocks. */
export function readBlocks(text: string): Block[] {
  const groups = splitGroups(text);
  const layout = measureText(groups);
  const kinds = groups.map((lines) => readBlock(lines, layout));
  const subject = subjectOf(groups[0]);
  const title: Block[] = subject === undefined ? [] : [{ kind: "heading", text: subject, depth: 1 }];
  return [
    ...title,
    ...groups.map((lines, index) => asHeading(lines, index, groups, kinds) ?? kinds[index] ?? paragraph(lines)),
  ];
}

/** Returns the subject in the head of a mail (RFC 5322), if the lines are one. */
function subjectOf(lines: readonly string[] = []): string | undefined {
  if (lines.length < 2 || !lines.every((line) => /^[A-Z][\w-]*:\s/.test(line))) return undefined;
  return lines.map((line) => /^Subject:\s+(\S.*)$/i.exec(line)?.[1]).find((subject) => subject !== undefined);
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
