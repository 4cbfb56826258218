import type { RootContent } from "mdast";
import { type BlockDialect, type BlockLine, dedent, isBlankLine, placeOf } from "../block.ts";
import { boxClass, calloutName } from "../callouts.ts";
import { directiveNode, elementNode } from "../nodes.ts";
import { indentationOf } from "../prose-lines.ts";

const box = /^( *)(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)((?:[ \t]+[\w-]+)*)(?:[ \t]+"([^"]*)")?[ \t]*$/;
const tab = /^( *)===[!+]*[ \t]+"([^"]*)"[ \t]*$/;

/** `!!! note "Title"`, `??? note` and `=== "Tab"` with indented content (Material for MkDocs, Python-Markdown). */
export const indentedBlocks: BlockDialect = {
  name: 'indented boxes and tabs (!!! note, === "Tab": MkDocs)',
  inItems: true,
  at(lines, index) {
    const first = lines[index];
    const text = first?.text ?? "";
    const [, indent, kind, , title] = box.exec(text) ?? [];
    const [, tabIndent, tabTitle] = tab.exec(text) ?? [];
    const before = indent ?? tabIndent;
    if (!first || before === undefined) return undefined;
    const end = endOfIndented(lines, index + 1, before.length + 2);
    const own = lines.slice(index, end);
    const body = dedent(lines.slice(index + 1, end), indentationOf(firstText(lines.slice(index + 1, end))));
    return {
      end,
      build(reader): RootContent[] {
        if (kind === undefined) {
          const place = placeOf([first]);
          const label = reader.inline([{ ...first, text: tabTitle ?? "" }]);
          const heading: RootContent = {
            type: "paragraph",
            children: [{ type: "strong", children: label, ...place }],
            ...place,
          };
          return [elementNode("div", [heading, ...reader.blocks(body)], own)];
        }
        const label = title === undefined || title === "" ? [] : reader.inline([{ ...first, text: title }]);
        const attributes = { class: boxClass(kind) };
        return [directiveNode(calloutName(kind) ?? "note", label, reader.blocks(body), own, attributes)];
      },
    };
  },
};

function firstText(lines: readonly BlockLine[]): string {
  return lines.find((line) => !isBlankLine(line))?.text ?? "";
}

/** Returns the index after the last sufficiently indented line; includes empty lines between such lines. */
function endOfIndented(lines: readonly BlockLine[], from: number, width: number): number {
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || isBlankLine(line)) continue;
    if (indentationOf(line.text) < width) break;
    end = at + 1;
  }
  return end;
}
