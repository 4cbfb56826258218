import type { Element as HastElement } from "hast";
import { SKIP, visit } from "../../model/visit.ts";
import type { Element } from "xast";
import { x } from "xastscript";
import type { BlockKind } from "./styles.ts";

/** Number or bullet of a paragraph. */
export interface ListMark {
  readonly id: string;
  readonly kindId: string;
  readonly beginsAnew: boolean;
  readonly level: number;
  readonly ordered: boolean;
  readonly start: number;
}

/** Properties of a paragraph that its HTML lacks, carried through the conversion as a run of its text. */
export interface Mark {
  readonly kind?: BlockKind;
  readonly list?: ListMark;
  /** Level of the list that a paragraph without a number continues. */
  readonly goesOn?: number;
  /** In twentieths of a point. */
  readonly indent?: number;
  readonly align?: "center" | "right";
  readonly style?: string;
  /** Where blocks on landscape pages begin or end. */
  readonly landscape?: "begin" | "end";
}

/** Style of the mark's run; the style map turns it into a `data` element. */
export const markStyle = "OffprintMark";

export function markRun(mark: Mark): Element {
  return x("w:r", [x("w:rPr", [x("w:rStyle", { "w:val": markStyle })]), x("w:t", JSON.stringify(mark))]);
}

/** Removes the mark from a block and returns it. */
export function takeMark(block: HastElement): Mark {
  for (const [index, child] of block.children.entries()) {
    if (child.type !== "element" || child.tagName === "table") continue;
    if (child.tagName !== "data") {
      const inner = takeMark(child);
      if (Object.keys(inner).length > 0) return inner;
      continue;
    }
    block.children.splice(index, 1);
    const [text] = child.children;
    try {
      return JSON.parse(text?.type === "text" ? text.value : "{}") as Mark;
    } catch {
      return {};
    }
  }
  return {};
}

/** Removes all marks of a block that the style map made from several paragraphs. */
export function dropMarks(block: HastElement): void {
  visit(block, "element", (node, index, parent) => {
    if (node.tagName !== "data" || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}
