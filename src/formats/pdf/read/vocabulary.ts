import type { Operation } from "./content-stream.ts";

/** Rare operators and operands that the checks ask for. */
export class Vocabulary {
  readonly operators = new Set<string>();
  /** The filters of inline images (ISO 32000-1, 8.9.7). */
  readonly inlineFilters = new Set<string>();
  /** The rendering intents in use (8.6.5.8). */
  readonly intents = new Set<string>();
  /** Whether a CMYK colour is used. */
  usesInks = false;

  take({ operator, operands }: Operation): void {
    // By far the most frequent operators, which no check asks for.
    if (operator === "Td" || operator === "Tj") return;
    this.operators.add(operator);
    if (operator === "ID") for (const name of filtersIn(operands)) this.inlineFilters.add(name);
    else if (operator === "ri") this.intents.add(operands[0]?.slice(1) ?? "");
    else if (operator === "k" || operator === "K" || operands.includes("/DeviceCMYK")) this.usesInks = true;
  }
}

function filtersIn(operands: readonly string[]): string[] {
  const at = operands.findIndex((token) => token === "/F" || token === "/Filter") + 1;
  if (at === 0) return [];
  const end = operands[at] === "[" ? operands.indexOf("]", at) : at + 1;
  return operands
    .slice(at, end)
    .filter((token) => token.startsWith("/"))
    .map((token) => token.slice(1));
}
