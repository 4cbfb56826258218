import { stripVTControlCharacters } from "node:util";
import { byGravity, type Group } from "./group.ts";

/** A group as it is printed: with the line that it points at and what to do about it, and as one line. */
export interface Block {
  readonly group: Group;
  readonly whole: string;
  readonly head: string;
}

/** What fits. */
export interface Fitted {
  /** In the order in which the groups come. */
  readonly shown: readonly { readonly text: string; readonly isWhole: boolean }[];
  readonly leftOut: readonly Group[];
}

/** Lines of a usual terminal less those of the progress, of the closing sentence and of the next prompt. */
const screen = 18;

/** What a person looks at before turning to the text. */
const mostWhole = 4;

/**
 * What of the blocks fits on a screen: each error and at least one line of it; then a line for each other kind, then the
 * gravest ones whole, but no infos. `taken`: lines that stand above.
 */
export function fitScreen(blocks: readonly Block[], columns: number, taken: number): Fitted {
  const rows = (text: string): number =>
    text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(columns, 20))), 0);
  const order = byGravity(blocks.map(({ group }) => group)).flatMap((group) =>
    blocks.filter((block) => block.group === group),
  );
  const room = Math.max(screen - taken, screen / 2);
  const lines = new Set<Block>();
  let used = 0;
  for (const block of order) {
    const needs = rows(block.head);
    // Lines are kept for the kinds that are left out.
    const isLast = block === order.at(-1);
    if (block.group.first.severity !== "error" && used + needs > room - (isLast ? 0 : 2)) break;
    lines.add(block);
    used += needs;
  }
  const whole = new Set<Block>();
  for (const block of order) {
    // Whole blocks stand between empty lines.
    const needs = rows(block.whole) - rows(block.head) + (whole.size === 0 ? 1 : 2);
    if (!lines.has(block) || whole.size === mostWhole || block.group.first.severity === "info") break;
    if (whole.size > 0 && used + needs > room) continue;
    whole.add(block);
    used += needs;
  }
  const shown = blocks
    .filter((block) => lines.has(block))
    .map((block) => ({ text: whole.has(block) ? block.whole : block.head, isWhole: whole.has(block) }));
  return { shown, leftOut: blocks.filter((block) => !lines.has(block)).map(({ group }) => group) };
}

function widthOf(line: string): number {
  return stripVTControlCharacters(line).length;
}
