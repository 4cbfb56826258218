import type { ListItem, RootContent } from "mdast";
import { type BlockLine, type BlockReader, dedent, isBlankLine, placeOf, restOf } from "./block.ts";
import { elementNode } from "./nodes.ts";

const mark = /^[ \t]*\\item(?![a-zA-Z])[ \t]*(?:\[((?:[^[\]{}]|\{[^{}]*\})*)\])?[ \t]*/;

interface Item {
  readonly term: BlockLine | undefined;
  readonly lines: readonly BlockLine[];
}

/** Builds the list of an `itemize`, `enumerate` or `description` environment from the lines between its ends. */
export function texList(
  name: string,
  body: readonly BlockLine[],
  lines: readonly BlockLine[],
  reader: BlockReader,
): RootContent[] {
  const items = itemsOf(body);
  const isNamed = name.startsWith("description") || items.every(({ term }) => term !== undefined);
  if (items.length === 0) return [];
  if (isNamed) {
    const children = items.flatMap(({ term, lines: own }) => [
      elementNode("dt", term ? reader.inline([term]) : [], own),
      elementNode("dd", unwrapped(reader.blocks(own)), own),
    ]);
    return [elementNode("dl", children, lines)];
  }
  const children = items.map(({ lines: own }): ListItem => {
    const blocks = reader.blocks(own) as ListItem["children"];
    const spread = blocks.filter(({ type }) => type === "paragraph").length > 1;
    return { type: "listItem", spread, children: blocks, ...placeOf(own) };
  });
  return [{ type: "list", ordered: name.startsWith("enumerate"), spread: false, children, ...placeOf(lines) }];
}

/** Divides the lines at the items of this list, not of one within it. */
function itemsOf(body: readonly BlockLine[]): Item[] {
  const items: { term: BlockLine | undefined; lines: BlockLine[] }[] = [];
  let depth = 0;
  for (const line of body.flatMap(splitItems)) {
    const [written, label] = depth === 0 ? (mark.exec(line.text) ?? []) : [];
    depth += line.text.split("\\begin{").length - line.text.split("\\end{").length;
    if (written === undefined) items.at(-1)?.lines.push(...dedent([line], 20));
    else {
      const term = label === undefined ? undefined : { ...restOf(line, line.text.indexOf(label)), text: label };
      items.push({ term, lines: [restOf(line, written.length)] });
    }
  }
  return items.filter(({ term, lines }) => term !== undefined || lines.some((line) => !isBlankLine(line)));
}

/** Divides a line with several items. */
function splitItems(line: BlockLine): BlockLine[] {
  const starts = [0, ...[...line.text.matchAll(/(?<=\S[ \t]+)\\item(?![a-zA-Z])/g)].map(({ index }) => index)];
  return starts.map((from, at) => ({ ...restOf(line, from), text: line.text.slice(from, starts[at + 1]) }));
}

function unwrapped(blocks: readonly RootContent[]): readonly RootContent[] {
  const [only, more] = blocks;
  return only?.type === "paragraph" && !more ? only.children : blocks;
}
