import type { BlockDialect, BlockLine } from "../block.ts";
import { isBlankLine, lineBehind } from "../block.ts";

const yaml = /^(?:[\w.-]+:(?:[ \t].*)?|[ \t]+.*|- .*|#.*|\s*)$/;

/** YAML in the middle of a text (https://pandoc.org/MANUAL.html#extension-yaml_metadata_block); it is not shown. */
export const metadataBlocks: BlockDialect = {
  name: "metadata in the text (pandoc)",
  at(lines, index) {
    if (!/^---[ \t]*$/.test(lines[index]?.text ?? "") || (index > 0 && !isBlankLine(lines[index - 1])))
      return undefined;
    if (!/^[A-Za-z][\w-]*:(?:[ \t]|$)/.test(lines[index + 1]?.text ?? "")) return undefined;
    const last = lineBehind(lines, index, "no metadata", (line) => isEnd(line) || !isYaml(line));
    if (last < 0 || !isEnd(lines[last])) return undefined;
    return {
      end: last + 1,
      build(reader) {
        const message = "A block of metadata in the middle of the text is left out.";
        reader.report("syntaxUnknown", lines[index]?.line ?? 1, message, "Write it at the beginning of the file.");
        return [];
      },
    };
  },
};

function isEnd(line: BlockLine | undefined): boolean {
  return line !== undefined && /^(?:---|\.\.\.)[ \t]*$/.test(line.text);
}

function isYaml({ text }: BlockLine): boolean {
  return yaml.test(text);
}
