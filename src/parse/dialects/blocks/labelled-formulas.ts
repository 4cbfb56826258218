import { type BlockDialect, isBlankLine } from "../block.ts";
import { readPandocAttributes } from "../pandoc-attributes.ts";
import { mathNode } from "./code-fences.ts";

const formula = /^( {0,3}\$\$)([^$]+)\$\$[ \t]*\{(#eq[-:][^{}]*)\}[ \t]*$/;

/** `$$ x $$ {#eq:name}` directly below a line of text (pandoc-crossref, Quarto): a displayed formula with its id. */
export const labelledFormulas: BlockDialect = {
  name: "formulas with ids (pandoc-crossref, Quarto)",
  at(lines, index) {
    const line = lines[index];
    const [, before = "", tex, inner = ""] = formula.exec(line?.text ?? "") ?? [];
    if (!line || tex === undefined) return undefined;
    // Between empty lines, it is parsed elsewhere.
    if ([lines[index - 1], lines[index + 1]].every((candidate) => candidate === undefined || isBlankLine(candidate)))
      return undefined;
    const body = [{ text: tex, line: line.line, column: line.column + before.length }];
    return { end: index + 1, build: () => [mathNode({ body, lines: [line] }, readPandocAttributes(inner).id)] };
  },
};
