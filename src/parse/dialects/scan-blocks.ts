import type { BlockDialect, BlockLine, ForeignBlock } from "./block.ts";
import { ListIndentation, literalEnd } from "./prose-lines.ts";

export interface FoundBlock extends ForeignBlock {
  readonly name: string;
  readonly start: number;
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
    const block = firstBlock(lines, index, dialects);
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
    if (block) return { ...block, name: dialect.name, start: index };
  }
  return undefined;
}
