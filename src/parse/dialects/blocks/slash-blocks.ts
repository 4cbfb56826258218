import type { RootContent } from "mdast";
import { type BlockDialect, isBlankLine, lineBehind } from "../block.ts";
import { boxClass, calloutName } from "../callouts.ts";
import { directiveNode, elementNode } from "../nodes.ts";

const opening = /^(\/{3,})[ \t]*([a-z][\w-]*)(?:[ \t]*\|[ \t]*(.*?))?[ \t]*$/;

/** `/// note | Title` and `/// caption` (https://facelessuser.github.io/pymdown-extensions/extensions/blocks/). */
export const slashBlocks: BlockDialect = {
  name: "blocks between slashes (/// note: MkDocs)",
  at(lines, index) {
    const first = lines[index];
    const [, marks, kind, title = ""] = opening.exec(first?.text ?? "") ?? [];
    if (!first || marks === undefined || kind === undefined) return undefined;
    const last = lineBehind(lines, index, marks, ({ text }) => text.trim() === marks);
    if (last < 0) return undefined;
    const own = lines.slice(index, last + 1);
    let from = index + 1;
    while (from < last && (/^ {4}[\w-]+:/.test(lines[from]?.text ?? "") || isBlankLine(lines[from]))) from += 1;
    const body = lines.slice(from, last);
    return {
      end: last + 1,
      build(reader): RootContent[] {
        const content = reader.blocks(body);
        const name = kind === "admonition" ? "note" : kind;
        const label = title === "" ? [] : reader.inline([{ ...first, text: title }]);
        const callout = calloutName(name);
        if (callout !== undefined) return [directiveNode(callout, label, content, own, { class: boxClass(name) })];
        const heading: RootContent[] =
          label.length > 0 ? [{ type: "paragraph", children: [{ type: "strong", children: label }] }] : [];
        return [elementNode("div", [...heading, ...content], own)];
      },
    };
  },
};
