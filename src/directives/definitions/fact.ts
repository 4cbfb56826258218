import { toString } from "mdast-util-to-string";
import { z } from "zod";
import { didYouMean } from "../../diagnostics/nearest.ts";
import { directive, type FactParts } from "../directive.ts";

const flag = z.string().optional();

const attributes = {
  plain: flag.describe("Prints value and unit; the source note is elsewhere in the sentence."),
  bare: flag.describe("Prints the value without its unit, for tables whose header names the unit."),
  note: flag.describe("Prints the source note alone."),
};

/** What each form prints of a fact. */
const forms: Readonly<Record<keyof typeof attributes, FactParts>> = {
  plain: { value: true, unit: true, note: false },
  bare: { value: true, unit: false, note: false },
  note: { value: false, unit: false, note: true },
};

const whole: FactParts = { value: true, unit: true, note: true };

export const fact = directive({
  name: "fact",
  attributes,
  carries: false,
  example: ":fact[id]",
  description: "The value of a fact of facts.yaml, with a note that has its source.",
  text(node, { attributes: written, facts, report }) {
    const id = toString(node);
    const found = facts.known.get(id);
    if (!found) {
      const message = id === "" ? 'This ":fact" names no fact.' : `There is no fact "${id}".`;
      const hint =
        didYouMean(id, [...facts.known.keys()]) ?? 'Facts are in facts.yaml beside the text; ":" as text is "\\:".';
      report("factDefined", node, message, hint);
      return [{ type: "text", value: `:fact[${id}]` }];
    }
    const named = (["plain", "bare", "note"] as const).filter((form) => written[form] !== undefined);
    if (named.length > 1) {
      const message = `A fact is printed in one form, not in "${named.join(" ")}".`;
      report("attributeKnown", node, message, `Known forms: ${Object.keys(forms).join(", ")}.`);
    }
    const [form] = named;
    const printed = facts.print(found, form ? forms[form] : whole, node);
    // Problems of the citation are reported at the fact's directive.
    return printed.map((part) => (part.type === "citation" ? { ...part, position: node.position } : part));
  },
});
