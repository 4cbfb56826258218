import type { Facts } from "../config/facts-file.ts";
import { writeValue } from "../config/write-value.ts";

/** A fact stated in a text, for listing outside the text. */
export interface ListedFact {
  readonly id: string;
  readonly statement: string;
  /** Formatted for the language of the text. */
  readonly value: string;
  /** Days as `YYYY-MM-DD`. */
  readonly checked: string;
  readonly recheck?: string;
}

/** Returns the facts that a text states, in the order of their file. */
export function listedFacts(facts: Facts, used: ReadonlySet<string>, language: string): ListedFact[] {
  return [...facts.values()]
    .filter(({ id }) => used.has(id))
    .map(({ id, statement, checked, recheck, ...value }) => {
      const written = writeValue(value, language);
      return { id, statement, value: written, checked, ...(recheck !== undefined && { recheck }) };
    });
}
