import { forEachOperation } from "./content-stream.ts";

const markOperators = new Set(["BMC", "BDC", "EMC", "MP", "DP"]);

/** A content stream without the operators of marked content (ISO 32000-1, 14.6); what they mark stays. */
export function withoutMarks(stream: string): string {
  let kept = "";
  let end = 0;
  forEachOperation(stream, (operation) => {
    if (!markOperators.has(operation.operator)) return;
    kept += stream.slice(end, operation.start);
    ({ end } = operation);
  });
  return kept + stream.slice(end);
}
