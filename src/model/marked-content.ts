import { type Operation, readOperations } from "./content-stream.ts";

/** From the first character to behind the last. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

const begin = new Set(["BMC", "BDC"]);
const construct = new Set(["m", "l", "c", "v", "y", "h", "re"]);
const paintPath = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"]);
const paintWhole = new Set(["Do", "sh", "EI", "BI", "ID"]);
const paintText = new Set(["Tj", "TJ", "'", '"']);

/**
 * What a page paints outside marked content: whole text objects, whole paths, whole images. Runs never cross a change of
 * the graphics state's stack, so that each can be enclosed by itself.
 */
export function unmarkedRuns(stream: string, operations: readonly Operation[] = readOperations(stream)): Run[] {
  const runs: Run[] = [];
  let depth = 0;
  let joins = false;
  let path: Operation | undefined;
  let text: { readonly start: number; paints: boolean } | undefined;
  const add = (start: number, end: number): void => {
    const last = joins ? runs.pop() : undefined;
    runs.push({ start: last?.start ?? start, end });
    joins = true;
  };
  for (const operation of operations) {
    const { operator, start, end } = operation;
    if (begin.has(operator)) depth += 1;
    else if (operator === "EMC") depth -= 1;
    if (begin.has(operator) || ["EMC", "q", "Q"].includes(operator)) joins = false;
    if (depth > 0) continue;
    if (operator === "BT") text = { start, paints: false };
    else if (text && paintText.has(operator)) text.paints = true;
    else if (operator === "ET") {
      if (text?.paints) add(text.start, end);
      text = undefined;
    } else if (construct.has(operator)) path ??= operation;
    else if (paintPath.has(operator)) {
      add(path?.start ?? start, end);
      path = undefined;
    } else if (operator === "n") path = undefined;
    else if (paintWhole.has(operator)) add(start, end);
  }
  return runs;
}
