import { type BlockDialect, type BlockLine, restOf, isBlankLine, lineBehind } from "../block.ts";
import { boxClass, calloutName } from "../callouts.ts";
import { directiveNode, elementNode } from "../nodes.ts";

const quoted = /^ {0,3}> ?/;
const inline = /^ {0,3}\{:(?:[^{}]*?)\.([\w-]+)[^{}]*\}[ \t]*$/;

/** Boxes that Just the Docs has besides the usual ones (https://just-the-docs.com/docs/ui-components/callouts/). */
const others: Readonly<Record<string, string>> = { highlight: "note", new: "tip" };
const notText = /^[ \t]*(?:$|[#|>]|[-*+][ \t]|\d+[.)][ \t]|```|~~~|\{:)/;

/** Returns the box that a class in braces names: `{: .note }`. */
export function namedBox(text: string | undefined): { kind: string; name: string } | undefined {
  const [, name = ""] = inline.exec(text ?? "") ?? [];
  const kind = calloutName(name) ?? (Object.hasOwn(others, name) ? others[name] : undefined);
  return kind === undefined ? undefined : { kind, name };
}

/** Reports whether a line can be of a paragraph. */
export function isText(text: string | undefined): boolean {
  return text !== undefined && !notText.test(text);
}

/** Boxes written as quotations or paragraphs with a class below or above, as in kramdown and older Carpentries. */
export const quotedBoxes: BlockDialect = {
  name: "quotations with a class (kramdown, Carpentries)",
  at(lines, index) {
    const text = (at: number): string | undefined => lines[at]?.text;
    const within = namedBox(quoted.test(text(index) ?? "") ? text(index)?.replace(quoted, "") : undefined);
    const above = within ?? namedBox(text(index));
    const from = above ? index + 1 : index;
    const isQuoted = quoted.test(text(from) ?? "");
    const continues = (at: number): boolean => (isQuoted ? quoted.test(text(at) ?? "") : isText(text(at)));
    // With the class below it begins with the first line of its kind.
    if (!above && continues(index - 1)) return undefined;
    let end = from;
    while (continues(end)) end += 1;
    const below = above ? undefined : namedBox(text(end));
    const box = above ?? below;
    if (!box || end === from) return undefined;
    const own = lines.slice(from, end);
    const body = own.map((line) => unquote(line, within ? 2 : 1));
    const [first] = body;
    const [heading] = isQuoted ? (/^#+[ \t]+/.exec(first?.text ?? "") ?? []) : [];
    const rest = heading === undefined ? body : body.slice(1);
    return {
      end: below ? end + 1 : end,
      build(reader) {
        const title = heading !== undefined && first ? reader.inline([restOf(first, heading.length)]) : [];
        return [directiveNode(box.kind, title, reader.blocks(rest), own, { class: boxClass(box.name) })];
      },
    };
  },
};

function unquote(line: BlockLine, levels: number): BlockLine {
  const [marks] = quoted.exec(line.text) ?? [];
  return marks !== undefined && levels > 0 ? unquote(restOf(line, marks.length), levels - 1) : line;
}

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
