import type { Job } from "./repair.ts";
import { childrenOf, type Element, elementsOf, setType, typeOf, wrap } from "../read/structure-tree.ts";

/**
 * Completes ruby elements with bases (ISO 32000-1, 14.8.4.4.3): untagged text of the browser is the base, and several
 * bases in one HTML element become several rubies. A base without a reading, or the reverse, becomes plain text.
 */
export function completeRuby({ document }: Job): void {
  const { context } = document;
  for (const ruby of elementsOf(document).filter(({ dict }) => typeOf(dict) === "Ruby")) {
    const pairs: { readonly base: Element[]; readonly reading: Element[] }[] = [];
    for (const child of childrenOf(context, ruby.dict)) {
      const last = pairs.at(-1);
      const isReading = typeOf(child.dict) === "RT";
      if (isReading && last) last.reading.push(child);
      else if (isReading || !last || last.reading.length > 0) {
        pairs.push(isReading ? { base: [], reading: [child] } : { base: [child], reading: [] });
      } else last.base.push(child);
    }
    const isWhole = pairs.length === 1;
    if (!isWhole) setType(ruby.dict, "Span");
    for (const { base, reading } of pairs) {
      const [first, ...more] = reading;
      if (base.length === 0 || !first || more.length > 0) {
        if (isWhole) setType(ruby.dict, "Span");
        for (const { dict } of reading) setType(dict, "Span");
        continue;
      }
      const whole = wrap(context, ruby, base, "RB");
      if (!isWhole) wrap(context, ruby, [whole, first], "Ruby");
    }
  }
}
