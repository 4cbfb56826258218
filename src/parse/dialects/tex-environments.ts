import type { Image, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { type BlockDialect, type BlockLine, type BlockReader, lineBehind, placeOf } from "./block.ts";
import { codeNode } from "./blocks/code-node.ts";
import { textOf } from "./blocks/fenced-block.ts";
import { directiveNode } from "./nodes.ts";
import { safeId } from "./pandoc-attributes.ts";
import { captioned } from "./tables/caption.ts";
import { tableNode } from "./tables/table-node.ts";
import { readTexTable, type TexTable } from "./tables/tex-table.ts";

const opening = /^ {0,3}\\begin\{([a-zA-Z]+\*?)\}/;
const picture = /\\includegraphics(?:\[[^[\]]*\])?\{([^{}]+)\}/;
const caption = /\\caption(?:\[[^[\]]*\])?\{((?:[^{}]|\{[^{}]*\})*)\}/;

/** LaTeX environments outside formulas: figures and tables are read, any other is printed as code, and reported. */
export const texEnvironments: BlockDialect = {
  name: "environments of LaTeX (\\begin{figure}, \\begin{table})",
  at(lines, index) {
    const [, name] = opening.exec(lines[index]?.text ?? "") ?? [];
    if (name === undefined) return undefined;
    const ending = `\\end{${name}}`;
    const last = lines[index]?.text.includes(ending)
      ? index
      : lineBehind(lines, index, ending, ({ text }) => text.includes(ending));
    if (last < 0) return undefined;
    const own = lines.slice(index, last + 1);
    const written = textOf(own);
    return {
      end: last + 1,
      build(reader) {
        const label = labelOf(own, written);
        const table = name.startsWith("figure") ? undefined : readTexTable(own);
        if (table)
          return [captioned(tableNode(table.table, own, reader), label, own, reader), ...rest(table, own, reader)];
        const file = name.startsWith("figure") ? picture.exec(written)?.[1] : undefined;
        if (file === undefined) {
          const message = `The LaTeX environment "${name}" is set as code.`;
          reader.report(
            "syntaxUnknown",
            own[0]?.line ?? 1,
            message,
            "Write it as Markdown: a table, a list, a quotation.",
          );
          return [codeNode({ body: own, lines: own }, undefined)];
        }
        const words = reader.inline(label.lines);
        const image: Image = {
          type: "image",
          url: file.trim(),
          alt: toString({ type: "paragraph", children: words }),
          ...placeOf(own),
        };
        const content = [{ type: "paragraph" as const, children: [image], ...placeOf(own) }];
        return [directiveNode("figure", words, content, own, { id: label.id })];
      },
    };
  },
};

/** Returns the caption of an environment and its label. */
function labelOf(own: readonly BlockLine[], written: string): { lines: readonly BlockLine[]; id: string | undefined } {
  const words = (caption.exec(written)?.[1] ?? "")
    .replaceAll(/\\label\{[^{}]*\}/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const id = /\\label\{([^{}]+)\}/.exec(written)?.[1];
  const [first] = own;
  return {
    lines: first && words !== "" ? [{ ...first, text: words }] : [],
    id: id === undefined ? undefined : safeId(id),
  };
}

/** Returns the text below a table in its environment: its notes. */
function rest({ last }: TexTable, own: readonly BlockLine[], reader: BlockReader): RootContent[] {
  const below = own.slice(last + 1).filter(({ text }) => !/^[ \t]*(?:\\|$)/.test(text));
  return below.length > 0 ? reader.blocks(below) : [];
}
