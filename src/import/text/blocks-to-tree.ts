import type { BlockContent, Paragraph, PhrasingContent, Root, RootContent, TableCell } from "mdast";
import { type Block, joinLines } from "./blocks.ts";
import { linesToList } from "./lines-to-list.ts";
import { linkAddresses } from "./link-addresses.ts";

/** Converts the blocks of a plain text to a tree. Adjacent lists with the same kind of marker are merged. */
export function blocksToTree(blocks: readonly Block[]): Root {
  const children: RootContent[] = [];
  for (const [index, block] of blocks.entries()) {
    const last = children.at(-1);
    const node = toNode(block);
    if (
      node.type === "list" &&
      last?.type === "list" &&
      blocks[index - 1]?.kind === "list" &&
      node.ordered === last.ordered
    ) {
      last.children.push(...node.children);
      last.spread = true;
      for (const item of last.children) item.spread = true;
    } else children.push(node);
  }
  return { type: "root", children };
}

function toNode(block: Block): RootContent {
  switch (block.kind) {
    case "heading":
      return {
        type: "heading",
        depth: Math.min(block.depth, 6) as 1 | 2 | 3 | 4 | 5 | 6,
        children: linkAddresses(block.text),
      };
    case "paragraph":
      return paragraph(linkAddresses(block.text));
    case "verse":
      return paragraph(brokenLines(block.lines));
    case "quote":
      return { type: "blockquote", children: splitParagraphs(block.lines) };
    case "code":
      return { type: "code", value: block.lines.join("\n") };
    case "list":
      return linesToList(block.lines);
    case "table":
      return {
        type: "table",
        align: alignments(block.rows),
        children: block.rows.map((row) => ({ type: "tableRow", children: row.map(cell) })),
      };
    case "rule":
      return { type: "thematicBreak" };
  }
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children };
}

function cell(text: string): TableCell {
  return { type: "tableCell", children: linkAddresses(text) };
}

function brokenLines(lines: readonly string[]): PhrasingContent[] {
  return lines.flatMap((line, index) => [
    ...(index > 0 ? [{ type: "break" } as const] : []),
    ...linkAddresses(line.trim()),
  ]);
}

function splitParagraphs(lines: readonly string[]): BlockContent[] {
  return lines
    .join("\n")
    .split(/\n\s*\n/)
    .flatMap((part): BlockContent[] => {
      const inner = part.split("\n");
      const deeper = inner.findIndex((line) => line.startsWith(">"));
      if (deeper < 0) return [paragraph(linkAddresses(joinLines(inner)))];
      // A nested quotation, as in replies to letters.
      const own = joinLines(inner.slice(0, deeper));
      const end = inner.findIndex((line, index) => index > deeper && !line.startsWith(">"));
      const quoted = inner.slice(deeper, end < 0 ? undefined : end).map((line) => line.replace(/^> ?/, ""));
      const rest = end < 0 ? [] : splitParagraphs(inner.slice(end));
      return [
        ...(own === "" ? [] : [paragraph(linkAddresses(own))]),
        { type: "blockquote", children: splitParagraphs(quoted) },
        ...rest,
      ];
    });
}

/** Aligns columns of numbers to the right. */
function alignments(rows: readonly (readonly string[])[]): ("right" | null)[] {
  const [head = [], ...body] = rows;
  return head.map((_, column) =>
    body.every((row) => /^[-+−$€£]?\d[\d.,\s]*[%€]?$/.test(row[column] ?? "")) && body.length > 0 ? "right" : null,
  );
}
