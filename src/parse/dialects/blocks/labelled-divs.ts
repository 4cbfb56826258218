import { type BlockDialect, dedent } from "../block.ts";
import { directiveNode } from "../nodes.ts";
import { safeId } from "../pandoc-attributes.ts";

const opening = /^ {0,3}<div id="((?:fig|tbl|lst|eq|sec)[-:][^"]+)">[ \t]*$/;
const closing = /^ {0,3}<\/div>[ \t]*$/;

/** `<div id="fig:name">` around Markdown: a group of figures in pandoc-crossref, which parses its content. */
export const labelledDivs: BlockDialect = {
  name: "figures and tabs in divs (Quarto)",
  at(lines, index) {
    const [, id] = opening.exec(lines[index]?.text ?? "") ?? [];
    if (id === undefined) return undefined;
    let end = index + 1;
    while (end < lines.length && !closing.test(lines[end]?.text ?? "") && !opening.test(lines[end]?.text ?? ""))
      end += 1;
    if (!closing.test(lines[end]?.text ?? "")) return undefined;
    const own = lines.slice(index, end + 1);
    const body = dedent(lines.slice(index + 1, end), 0);
    return {
      end: end + 1,
      build: (reader) => [directiveNode("div", [], reader.blocks(body), own, { id: safeId(id) })],
    };
  },
};
