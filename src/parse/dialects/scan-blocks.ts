import { limits } from "../../model/limits.ts";
import {
  restOf,
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
  /** List item and definition markers that precede it on its line. */
  readonly markers: string;
}

/** Finds the outermost blocks of other tools; their content is read when they are built. */
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

/**
 * Finds a block that begins on the first line of a list item or a definition; its other lines are indented like its
 * text.
 */
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
    (entry) => !isBlankLine(entry) && indentationOf(entry.text) < width,
  );
  const own = [restOf(line, markers.length), ...dedent(lines.slice(index + 1, past < 0 ? undefined : past), width)];
  const inItems = dialects.filter((dialect) => dialect.inItems === true);
  const block = firstBlock(own, 0, inItems);
  return block && { ...block, start: index, end: index + block.end, markers };
}
