import { type BlockLine, isBlankLine } from "../block.ts";

/** Rewrites terms with indented definitions as a definition list. */
export function asDefinitions(lines: readonly BlockLine[]): BlockLine[] {
  return lines.map((line, at) => {
    const isFirst = /^\s/.test(line.text) && /^\S/.test(lines[at - 1]?.text ?? "");
    return isBlankLine(line) || /^\S/.test(line.text)
      ? line
      : { ...line, text: `${isFirst ? ":   " : "    "}${line.text.trim()}` };
  });
}
