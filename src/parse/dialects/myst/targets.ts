import type { RootContent } from "mdast";
import { type BlockDialect, type BlockLine, isBlankLine, lineBehind } from "../block.ts";
import { safeId } from "../pandoc-attributes.ts";
import { readDirective } from "./directive.ts";

const target = /^\(([^()\n]+)\)=[ \t]*$/;

/** `(label)=` above a block sets the id of the block. */
export const mystTargets: BlockDialect = {
  name: "MyST targets ((label)=)",
  at(lines, index) {
    const [, label] = target.exec(lines[index]?.text ?? "") ?? [];
    if (label === undefined) return undefined;
    let first = index + 1;
    while (isBlankLine(lines[first])) first += 1;
    const end = endOfBlock(lines, first);
    return {
      end,
      build(reader) {
        const nodes = reader.blocks(lines.slice(first, end));
        const [node] = nodes;
        if (node) giveId(node, safeId(label));
        return nodes;
      },
    };
  },
};

function endOfBlock(lines: readonly BlockLine[], first: number): number {
  if (target.test(lines[first]?.text ?? "")) {
    const inner = mystTargets.at(lines, first);
    return inner?.end ?? first + 1;
  }
  const directive = readDirective(lines, first);
  if (directive) return directive.end;
  if (/^ {0,3}#{1,6}[ \t]/.test(lines[first]?.text ?? "")) return first + 1;
  const blank = lineBehind(lines, first, "blank", isBlankLine);
  return blank < 0 ? lines.length : blank;
}

function giveId(node: RootContent, id: string): void {
  if (node.type === "containerDirective") node.attributes = { id, ...node.attributes };
  else if (node.type === "math") node.meta ??= id;
  else {
    const data = (node.data ?? {}) as { hProperties?: Record<string, unknown> };
    node.data = { ...data, hProperties: { id, ...data.hProperties } };
  }
}
