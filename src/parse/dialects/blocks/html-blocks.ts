import type { RootContent } from "mdast";
import { limits } from "../../../model/limits.ts";
import { type BlockDialect, type BlockLine, dedent, isBlankLine, placeOf } from "../block.ts";
import { directiveNode } from "../nodes.ts";
import { indentationOf } from "../prose-lines.ts";

const aside = /^<aside>[ \t]*$/;
const opening =
  /^[ \t]*<(div|figure|section|details|article|aside|blockquote|p)\b([^<>]*?)[ \t]+markdown(?:="[^"]*")?([^<>]*)>[ \t]*$/;
const caption = /^[ \t]*<figcaption>(.*)<\/figcaption>[ \t]*$/;

/**
 * HTML that contains Markdown: callouts in exports of Notion, `<figure markdown>` of Python-Markdown
 * (https://python-markdown.github.io/extensions/md_in_html/).
 */
export const htmlBlocks: BlockDialect = {
  name: "Markdown in HTML (Notion, MkDocs)",
  at(lines, index) {
    const text = lines[index]?.text ?? "";
    const [, name = aside.test(text) ? "aside" : undefined, before = "", after = ""] = opening.exec(text) ?? [];
    if (name === undefined) return undefined;
    const last = endOf(lines, index, name);
    if (last < 0) return undefined;
    const own = lines.slice(index, last + 1);
    const inner = lines.slice(index + 1, last);
    const width = indentationOf(inner.find((line) => !isBlankLine(line))?.text ?? "");
    const body = dedent(inner, width);
    return {
      end: last + 1,
      build(reader): RootContent[] {
        if (aside.test(text)) return [directiveNode("note", [], reader.blocks(body), own)];
        // A paragraph cannot contain the resulting blocks.
        if (name === "p") return reader.blocks(body);
        const label = body.find((line) => caption.test(line.text));
        if (name === "figure" && label) {
          const captionNodes = reader.inline([{ ...label, text: caption.exec(label.text)?.[1] ?? "" }]);
          return [directiveNode("figure", captionNodes, reader.blocks(body.filter((line) => line !== label)), own)];
        }
        return [
          { type: "html", value: `<${name}${before}${after}>`, ...placeOf(own.slice(0, 1)) },
          ...reader.blocks(body),
          { type: "html", value: `</${name}>`, ...placeOf(own.slice(-1)) },
        ];
      },
    };
  },
};

function endOf(lines: readonly BlockLine[], index: number, name: string): number {
  let depth = 0;
  const mark = new RegExp(`<${name}\\b|</${name}>`, "g");
  for (let at = index; at < lines.length && depth < limits.lineDepth; at += 1) {
    for (const [found] of lines[at]?.text.matchAll(mark) ?? []) depth += found.startsWith("</") ? -1 : 1;
    if (depth <= 0) return at;
  }
  return -1;
}
