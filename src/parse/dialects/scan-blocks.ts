import { limits } from "../../model/limits.ts";
import {
  behind,
  type BlockDialect,
  type BlockLine,
  dedent,
  type ForeignBlock,
  isBlankLine,
  lineBehind,
} from "./block.ts";
import { indentationOf, ListIndentation, literalEnd } from "./prose-lines.ts";

export interface FoundBlock extends ForeignBlock {
  readonly name: string;
  readonly start: number;
  /** Of list items and definitions, before it in its line. */
  readonly markers: string;
}

/** The blocks of other tools in lines, the outer ones only: what stands in them is read when they are built. */
export function scanBlocks(lines: readonly BlockLine[], from: number, dialects: readonly BlockDialect[]): FoundBlock[] {
  const texts = lines.map(({ text }) => text);
  const found: FoundBlock[] = [];
  const lists = new ListIndentation();
  let blank = true;
  for (let index = from; index < lines.length; index += 1) {
    const text = texts[index] ?? "";
    if (blank && lists.isCode(text)) continue;
    const isShort = text.length <= limits.dialectLine;
    const block = isShort ? (firstBlock(lines, index, dialects) ?? firstInItem(lines, index, dialects)) : undefined;
    const end = block?.end ?? literalEnd(texts, index);
    if (block) found.push(block);
    lists.see(text, blank);
    blank = end === undefined && text.trim() === "";
    if (end !== undefined) index = end - 1;
  }
  return found;
}

function firstBlock(
  lines: readonly BlockLine[],
  index: number,
  dialects: readonly BlockDialect[],
): FoundBlock | undefined {
  for (const dialect of dialects) {
    const block = dialect.at(lines, index);
    if (block) return { ...block, name: dialect.name, start: index, markers: "" };
  }
  return undefined;
}

const itemMarkers = /^[ \t]*(?:(?:[*+-]|\d{1,9}[.)]|:)[ \t]+)+(?=[`~:!?=]{3})/;

/** A block that begins in the first line of a list item or a definition: the lines below are indented as its text is. */
function firstInItem(
  lines: readonly BlockLine[],
  index: number,
  dialects: readonly BlockDialect[],
): FoundBlock | undefined {
  const line = lines[index];
  const [markers] = itemMarkers.exec(line?.text ?? "") ?? [];
  if (!line || markers === undefined) return undefined;
  const width = indentationOf(markers.replaceAll(/[^\t]/g, " "));
  const past = lineBehind(
    lines,
    index,
    `out of ${width}`,
    (one) => !isBlankLine(one) && indentationOf(one.text) < width,
  );
  const own = [behind(line, markers.length), ...dedent(lines.slice(index + 1, past < 0 ? undefined : past), width)];
  const inItems = dialects.filter((dialect) => dialect.inItems === true);
  const block = firstBlock(own, 0, inItems);
  return block && { ...block, start: index, end: index + block.end, markers };
}
