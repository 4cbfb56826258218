import { type BlockDialect, isBlankLine } from "../block.ts";
import { indentationOf } from "../prose-lines.ts";

/**
 * `::: package.module` (https://mkdocstrings.github.io/usage/#autodoc-syntax); a name without dots only with options.
 */
const opening = /^:::[ \t]+([A-Za-z_][\w]*(?:[.:/-]\w+)*)[ \t]*$/;
const option = /^(?:\t| {4})[ \t]*(?:[\w-]+:(?:[ \t].*)?|:[\w-]+:.*|-[ \t].*)$/;

/** Documentation generated from code is replaced by the name, and reported in one warning. */
export const mkdocstrings: BlockDialect = {
  name: "documentation of code (::: package.name: mkdocstrings)",
  at(lines, index) {
    const line = lines[index];
    const [, name] = opening.exec(line?.text ?? "") ?? [];
    if (!line || name === undefined) return undefined;
    let end = index + 1;
    while (lines[end] && option.test(lines[end]?.text ?? "")) end += 1;
    const hasOptions = end > index + 1;
    if (!hasOptions && !name.includes(".")) return undefined;
    const isDiv = lines.slice(end).some(({ text }) => /^:{3,}[ \t]*$/.test(text));
    if (!hasOptions && isDiv) return undefined;
    while (
      isBlankLine(lines[end]) &&
      indentationOf(lines[end + 1]?.text ?? "") >= 4 &&
      option.test(lines[end + 1]?.text ?? "")
    ) {
      end += 2;
    }
    return {
      end,
      build(reader) {
        const message = "Documentation that mkdocstrings generates from code is left out; only the name is shown.";
        reader.report("syntaxUnknown", line.line, message, "Put its text into the document.");
        return reader.blocks([{ ...line, text: `\`${name}\`` }]);
      },
    };
  },
};
