import { forEachOperation } from "./content-stream.ts";

const markOperators = new Set(["BMC", "BDC", "EMC", "MP", "DP"]);

/** Returns a content stream without marked-content operators (ISO 32000-1, 14.6); the marked content stays. */
export function withoutMarks(stream: string): string {
  let remaining = "";
  let end = 0;
  forEachOperation(stream, (operation) => {
    if (!markOperators.has(operation.operator)) return;
    remaining += stream.slice(end, operation.start);
    ({ end } = operation);
  });
  return remaining + stream.slice(end);
}
