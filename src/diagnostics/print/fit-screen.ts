import { stripVTControlCharacters } from "node:util";
import { byGravity, type Group } from "./group.ts";

/** A printed group: with its source line and hint, and as one line. */
export interface Block {
  readonly group: Group;
  readonly whole: string;
  readonly head: string;
}

/** The part that fits on the screen. */
export interface Fitted {
  /** In the order of the groups. */
  readonly shown: readonly { readonly text: string; readonly isWhole: boolean }[];
  readonly leftOut: readonly Group[];
}

/** Lines of a common terminal, minus those for progress, summary and the next prompt. */
const screen = 18;

/** Maximum number of findings shown with their source. */
const maxWhole = 4;

/**
 * Selects what fits on a screen: at least one line for each error, then one for each other kind, then the gravest with
 * their source, except infos. `taken`: number of lines printed above.
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
    // Reserves a line for the kinds that are left out.
    const isLast = block === order.at(-1);
    if (block.group.first.severity !== "error" && used + needs > room - (isLast ? 0 : 2)) break;
    lines.add(block);
    used += needs;
  }
  const whole = new Set<Block>();
  for (const block of order) {
    // Whole blocks are separated by empty lines.
    const needs = rows(block.whole) - rows(block.head) + (whole.size === 0 ? 1 : 2);
    if (!lines.has(block) || whole.size === maxWhole || block.group.first.severity === "info") break;
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
