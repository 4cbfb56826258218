import { type BlockDialect, type BlockLine, restOf, isBlankLine, lineBehind } from "../block.ts";
import { boxClass, calloutName } from "../callouts.ts";
import { directiveNode, elementNode } from "../nodes.ts";

const quoted = /^ {0,3}> ?/;
const inline = /^ {0,3}\{:(?:[^{}]*?)\.([\w-]+)[^{}]*\}[ \t]*$/;

/** Boxes written as quotations with a class below, as in kramdown and older lessons of the Carpentries. */
export const quotedBoxes: BlockDialect = {
  name: "quotations with a class (kramdown, Carpentries)",
  at(lines, index) {
    // The class may also be above.
    const above = inline.exec(lines[index]?.text ?? "");
    const from = above && quoted.test(lines[index + 1]?.text ?? "") ? index + 1 : index;
    let end = from;
    while (quoted.test(lines[end]?.text ?? "")) end += 1;
    const below = from === index ? inline.exec(lines[end]?.text ?? "") : undefined;
    const name = (from === index ? below : above)?.[1];
    const kind = name === undefined || end === from ? undefined : calloutName(name);
    if (kind === undefined || name === undefined) return undefined;
    const own = lines.slice(from, end);
    const body = own.map((line) => restOf(line, quoted.exec(line.text)?.[0].length ?? 0));
    const [first] = body;
    const [heading] = /^#+[ \t]+/.exec(first?.text ?? "") ?? [];
    const rest = heading === undefined ? body : body.slice(1);
    return {
      end: below ? end + 1 : end,
      build(reader) {
        const title = heading !== undefined && first ? reader.inline([restOf(first, heading.length)]) : [];
        return [directiveNode(kind, title, reader.blocks(rest), own, { class: boxClass(name) })];
      },
    };
  },
};

/** Lines between `>>>` (https://docs.gitlab.com/user/markdown/#multiline-blockquote). */
export const fencedQuotes: BlockDialect = {
  name: "quotations between >>> (GitLab)",
  at(lines, index) {
    if (!isFence(lines[index]) || (index > 0 && !isBlankLine(lines[index - 1]))) return undefined;
    const last = lineBehind(lines, index, ">>>", isFence);
    if (last < 0) return undefined;
    const own = lines.slice(index, last + 1);
    return {
      end: last + 1,
      build: (reader) => [elementNode("blockquote", reader.blocks(lines.slice(index + 1, last)), own)],
    };
  },
};

function isFence(line: BlockLine | undefined): boolean {
  return line !== undefined && /^>>>[ \t]*$/.test(line.text);
}
