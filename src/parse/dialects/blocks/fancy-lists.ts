import type { List, ListItem } from "mdast";
import { type BlockDialect, type BlockLine, restOf, dedent, isBlankLine, placeOf } from "../block.ts";
import { indentationOf } from "../prose-lines.ts";

interface Marker {
  readonly type: string;
  readonly number: number;
  readonly text: string;
  /** Another possible interpretation: "i" is the ninth letter and the first Roman numeral. */
  readonly other?: { readonly type: string; readonly number: number };
}

const marker =
  /^( {0,3})(?:\((\d{1,4}|[a-z]{1,6}|[A-Z]{1,6}|@[\w-]*)\)|(#|[a-z]{1,6}|[A-Z]{1,6})[.)])(?:([ \t]+)(?=\S)|$)/;

/**
 * Lists with letters, Roman numerals, `#.` and numbers in parentheses
 * (https://pandoc.org/MANUAL.html#extension-fancy_lists).
 */
export const fancyLists: BlockDialect = {
  name: "lists by letters and Roman numbers (pandoc)",
  at(lines, index) {
    const first = readMarker(lines[index]);
    if (!first || (index > 0 && !isBlankLine(lines[index - 1]))) return undefined;
    const items = splitItems(lines, index);
    const [, second] = items;
    const next = second && readMarker(second[0]);
    const type = next && sharedType(first, next);
    if (type === undefined) return undefined;
    const own = items.flat();
    const end = index + own.length;
    return {
      end,
      build(reader) {
        const isLoose = items.slice(0, -1).some((item) => isBlankLine(item.at(-1)));
        const children = items.map((item): ListItem => {
          const [line] = item;
          const width = (line && readMarker(line)?.text.length) ?? 0;
          const text = line ? [restOf(line, width), ...dedent(item.slice(1), width)] : [];
          return {
            type: "listItem",
            spread: isLoose,
            children: reader.blocks(text) as ListItem["children"],
            ...placeOf(item),
          };
        });
        const start = type === first.type ? first.number : (first.other?.number ?? 1);
        const hProperties = type === "1" ? {} : { type };
        const list: List = {
          type: "list",
          ordered: true,
          start,
          spread: isLoose,
          children,
          data: { hProperties },
          ...placeOf(own),
        };
        return [list];
      },
    };
  },
};

function readMarker(line: BlockLine | undefined): Marker | undefined {
  const [text, , inside, plain, space = ""] = marker.exec(line?.text ?? "") ?? [];
  const written = inside ?? plain;
  if (text === undefined || written === undefined || written.startsWith("@")) return undefined;
  // A capital letter with a full stop may be an initial; pandoc requires two spaces.
  if (/^[A-Z]$/.test(written) && text.trimEnd().endsWith(".") && space.length < 2 && space !== "\t") return undefined;
  if (written === "#" || /^\d/.test(written)) return { type: "1", number: written === "#" ? 1 : Number(written), text };
  const isUpper = written === written.toUpperCase();
  const letter =
    written.length === 1 ? { type: isUpper ? "A" : "a", number: written.toLowerCase().charCodeAt(0) - 96 } : undefined;
  const value = romanValue(written.toLowerCase());
  const roman = value === undefined ? undefined : { type: isUpper ? "I" : "i", number: value };
  if (roman && letter) return { ...roman, other: letter, text };
  const only = roman ?? letter;
  return only && { ...only, text };
}

function sharedType(first: Marker, second: Marker): string | undefined {
  const readings = (either: Marker) => [either, ...(either.other ? [either.other] : [])];
  for (const reading of readings(first)) {
    for (const next of readings(second)) {
      if (reading.type === next.type && (next.number === reading.number + 1 || reading.type === "1"))
        return reading.type;
    }
  }
  return undefined;
}

/** Splits lines into items; an empty line belongs to the item before it. */
function splitItems(lines: readonly BlockLine[], index: number): BlockLine[][] {
  const items: BlockLine[][] = [];
  const indentation = indentationOf(lines[index]?.text ?? "");
  let before: Marker | undefined;
  for (const [at, line] of lines.entries()) {
    if (at < index) continue;
    const own = indentationOf(line.text) === indentation ? readMarker(line) : undefined;
    const isItem = own !== undefined && (!before || sharedType(before, own) !== undefined);
    if (isItem) before = own;
    const isIndented = indentationOf(line.text) >= indentation + 2;
    if (isItem) items.push([line]);
    else if (isBlankLine(line) || isIndented || !isBlankLine(lines[at - 1])) items.at(-1)?.push(line);
    else break;
  }
  const last = items.pop() ?? [];
  return [...items, last.slice(0, last.findLastIndex((line) => !isBlankLine(line)) + 1)];
}

function romanValue(text: string): number | undefined {
  if (!/^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text)) return undefined;
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  const digits = Array.from(text, (letter) => values[letter] ?? 0);
  return digits.reduce((sum, value, at) => sum + (value < (digits[at + 1] ?? 0) ? -value : value), 0);
}
