import type { Image, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { type BlockDialect, type BlockLine, type BlockReader, lineBehind, placeOf, restOf } from "./block.ts";
import { codeNode } from "./blocks/code-node.ts";
import { textOf } from "./blocks/fenced-block.ts";
import { boxClass, calloutName } from "./callouts.ts";
import { directiveNode } from "./nodes.ts";
import { safeId } from "./pandoc-attributes.ts";
import { captioned } from "./tables/caption.ts";
import { tableNode } from "./tables/table-node.ts";
import { texCode } from "./prose-lines.ts";
import { texList } from "./tex-lists.ts";
import { readTexTable, type TexTable } from "./tables/tex-table.ts";

const opening = /^ {0,3}\\begin\{([a-zA-Z]+\*?)\}/;
const picture = /\\includegraphics(?:\[[^[\]]*\])?\{([^{}]+)\}/;
const caption = /\\caption(?:\[[^[\]]*\])?\{((?:[^{}]|\{[^{}]*\})*)\}/;

/** LaTeX environments outside formulas: figures, tables, lists, code and theorems are read, any other is printed as code, and reported. */
export const texEnvironments: BlockDialect = {
  name: "environments of LaTeX (\\begin{figure}, \\begin{table})",
  at(lines, index) {
    const [, name] = opening.exec(lines[index]?.text ?? "") ?? [];
    if (name === undefined) return undefined;
    const ending = `\\end{${name}}`;
    const begin = `\\begin{${name}}`;
    let depth = 1;
    const isLast = ({ text }: BlockLine): boolean => {
      depth += text.split(begin).length - text.split(ending).length;
      return depth <= 0;
    };
    const last = lines[index]?.text.includes(ending) ? index : lineBehind(lines, index, ending, isLast);
    if (last < 0) return undefined;
    const own = lines.slice(index, last + 1);
    const written = textOf(own);
    return {
      end: last + 1,
      build(reader) {
        const label = labelOf(own, written);
        const read = last > index ? readKnown(name, own, label.id, reader) : undefined;
        if (read) return read;
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

/** Reads a list, code or a theorem; undefined for any other environment. */
function readKnown(
  name: string,
  own: readonly BlockLine[],
  id: string | undefined,
  reader: BlockReader,
): RootContent[] | undefined {
  const [first] = own;
  const body = own.slice(1, -1);
  if (!first) return undefined;
  const [before = "", title] = /^ {0,3}\\begin\{[^{}]*\}(?:[ \t]*\[([^[\]]*)\])?/.exec(first.text) ?? [];
  if (/^(?:itemize|enumerate|description)\*?$/.test(name)) return texList(name, body, own, reader);
  if (texCode.test(name)) {
    const language = /language=\{?([\w+#-]+)|\{([a-z+#-]+)\}[ \t]*$/i.exec(
      first.text.slice(before.length - (title ?? "").length - 1),
    );
    const written = language?.[1] ?? (name === "minted" ? language?.[2] : undefined);
    return [codeNode({ body, lines: own }, written?.toLowerCase())];
  }
  const kind = calloutName(name);
  if (kind === undefined) return undefined;
  const label = title === undefined ? [] : reader.inline([{ ...first, text: title }]);
  const content = [restOf(first, before.length), ...body].map((line) => ({
    ...line,
    text: line.text.replaceAll(/\\label\{[^{}]*\}/g, ""),
  }));
  return [directiveNode(kind, label, reader.blocks(content), own, { id, class: boxClass(name) })];
}

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
