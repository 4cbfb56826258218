import { type Operation, readOperations } from "./content-stream.ts";

/** From the first character to behind the last. */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** Whether it can be enclosed together with the one before it. */
  readonly joins: boolean;
}

const begin = new Set(["BMC", "BDC"]);
/** Content is part of an element, by its number there, or an artifact (ISO 32000-1, 14.6 and 14.8.2.2). */
const marks = /^\s*\/Artifact\b|\/MCID\b/;
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
  // Of each open sequence, whether what is in it is marked: other sequences say how text is to be read.
  const open: boolean[] = [];
  let joins = false;
  let path: Operation | undefined;
  let text: { readonly start: number; paints: boolean } | undefined;
  const add = (start: number, end: number): void => {
    runs.push({ start, end, joins });
    joins = true;
  };
  for (const operation of operations) {
    const { operator, start, end } = operation;
    if (begin.has(operator)) open.push(marks.test(stream.slice(start, end)));
    else if (operator === "EMC") open.pop();
    if (begin.has(operator) || ["EMC", "q", "Q"].includes(operator)) joins &&= text !== undefined;
    if (open.includes(true)) continue;
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

const markOperators = new Set(["BMC", "BDC", "EMC", "MP", "DP"]);

/** A content stream without the operators of marked content (ISO 32000-1, 14.6); what they mark stays. */
export function withoutMarks(stream: string): string {
  let kept = "";
  let end = 0;
  for (const operation of readOperations(stream)) {
    if (!markOperators.has(operation.operator)) continue;
    kept += stream.slice(end, operation.start);
    ({ end } = operation);
  }
  return kept + stream.slice(end);
}
