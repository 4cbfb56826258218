import { rewriteOperations } from "./content-stream.ts";

const markOperators = new Set(["BMC", "BDC", "EMC", "MP", "DP"]);

/** Returns a content stream without marked-content operators (ISO 32000-1, 14.6); the marked content stays. */
export function withoutMarks(stream: string): string {
  return rewriteOperations(stream, (operator) => (markOperators.has(operator) ? "" : undefined));
}
