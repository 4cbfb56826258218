import type { Dialect } from "./dialect.ts";
import { safeId } from "./pandoc-attributes.ts";

const labelled = /^(.*\$\$)[ \t]*\(([\w:.-]+)\)[ \t]*$/;

/**
 * `$$ (label)` at the end of a formula (https://myst-parser.readthedocs.io/en/latest/syntax/optional.html#math-syntax).
 */
export const formulaLabels: Dialect = {
  name: "labels of formulas ($$ (label): MyST)",
  read(_, { texts }) {
    const read = new Map<number, string>();
    for (const [index, text] of texts.entries()) {
      const [, before = "", label] = labelled.exec(text) ?? [];
      if (label === undefined) continue;
      const isWhole = /^[ \t>]*\$\$.+\$\$$/.test(before);
      if (isWhole || opensAbove(texts, index)) read.set(index + 1, `${before} {#${safeId(label)}}`);
    }
    return read;
  },
};

/** Reports whether there are dollars above, without an empty line or fence in between. */
function opensAbove(texts: readonly string[], index: number): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const text = texts[at] ?? "";
    if (/^[ \t>]*\$\$[ \t]*$/.test(text)) return true;
    if (text.trim() === "" || /^[ \t]*(?:`{3,}|~{3,})/.test(text)) return false;
  }
  return false;
}
