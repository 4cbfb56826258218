import { type BlockLine, dedent } from "../block.ts";
import { indentationOf, isFence } from "../prose-lines.ts";

/** The content between two code or directive fences. */
export interface FencedBlock {
  readonly indentation: number;
  /** The opening fence. */
  readonly marks: string;
  /** The info string. */
  readonly info: string;
  readonly body: readonly BlockLine[];
  /** Including the fences. */
  readonly lines: readonly BlockLine[];
  /** Index after the last line. */
  readonly end: number;
}

const opening = /^( *)(`{3,}|~{3,}|:{3,})(.*)$/;

/** Returns the fenced block that begins in a line, up to its closing fence or the end. Colon fences must be closed. */
export function fencedBlock(lines: readonly BlockLine[], index: number): FencedBlock | undefined {
  const text = lines[index]?.text ?? "";
  const [, indent = "", marks, argumentText = ""] = opening.exec(text) ?? [];
  const info = argumentText.trim();
  if (marks === undefined || !isFence(marks, info)) return undefined;
  const found = closingFence(lines, index, marks);
  if (!found && marks.startsWith(":")) return undefined;
  const last = found?.at ?? lines.length;
  const end = Math.min(lines.length, last + 1);
  return {
    indentation: indentationOf(indent),
    marks,
    info,
    body: dedent(lines.slice(index + 1, last), indent.length),
    lines: lines.slice(index, end),
    end,
  };
}

interface ClosingFence {
  readonly at: number;
  readonly mark: string;
  readonly length: number;
}

const known = new WeakMap<readonly BlockLine[], readonly ClosingFence[]>();

const closing = /^ *(`{3,}|~{3,}|:{3,})[ \t]*$/;

function closingFence(lines: readonly BlockLine[], index: number, marks: string): ClosingFence | undefined {
  const fences = closingFences(lines);
  let [low, high] = [0, fences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fences[middle]?.at ?? 0) > index) high = middle;
    else low = middle + 1;
  }
  for (; low < fences.length; low += 1) {
    const fence = fences[low];
    if (fence && fence.length >= marks.length && fence.mark === marks.charAt(0)) return fence;
  }
  return undefined;
}

/** Finds the closing fences once for the same lines, because every fence in them asks. */
function closingFences(lines: readonly BlockLine[]): readonly ClosingFence[] {
  const before = known.get(lines);
  if (before) return before;
  const fences = lines.flatMap(({ text }, at) => {
    const marks = closing.exec(text)?.[1];
    return marks === undefined ? [] : [{ at, mark: marks.charAt(0), length: marks.length }];
  });
  known.set(lines, fences);
  return fences;
}

/** Joins lines to one text. */
export function textOf(lines: readonly BlockLine[]): string {
  return lines.map(({ text }) => text).join("\n");
}
