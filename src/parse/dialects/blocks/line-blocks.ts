import type { PhrasingContent } from "mdast";
import { type BlockDialect, type BlockLine, restOf, placeOf } from "../block.ts";
import { elementNode } from "../nodes.ts";

const bar = /^ {0,3}\|(?: |$)/;

/** Lines of verse or of an address, each starting with a bar (https://pandoc.org/MANUAL.html#extension-line_blocks). */
export const lineBlocks: BlockDialect = {
  name: "line blocks (pandoc)",
  at(lines, index) {
    if (!isBar(lines, index) || isBar(lines, index - 1)) return undefined;
    let end = index + 1;
    // A continuation line begins with a space.
    while (isBar(lines, end) || /^ +\S/.test(lines[end]?.text ?? "")) end += 1;
    const own = lines.slice(index, end);
    // A table row also has bars inside or at its end.
    if (own.length < 2 || own.some(({ text }) => /\S.*(?<!\\)\|/.test(text.replace(bar, "")))) return undefined;
    return {
      end,
      build(reader) {
        const children = own.flatMap((line, at): PhrasingContent[] => {
          const [mark = ""] = bar.exec(line.text) ?? [];
          const rest = restOf(line, mark.length);
          const [space = ""] = /^ */.exec(rest.text) ?? [];
          const text = reader.inline([restOf(rest, space.length)]);
          const goesOn = mark === "";
          const before: PhrasingContent[] =
            at === 0 ? [] : goesOn ? [{ type: "text", value: " " }] : [{ type: "break" }];
          const indent: PhrasingContent[] =
            space === "" || goesOn ? [] : [{ type: "text", value: "\u00A0".repeat(space.length), ...placeOf([line]) }];
          return [...before, ...indent, ...text];
        });
        return [{ type: "paragraph", children, data: { hProperties: { className: ["line-block"] } }, ...placeOf(own) }];
      },
    };
  },
};

function isBar(lines: readonly BlockLine[], index: number): boolean {
  return bar.test(lines[index]?.text ?? "");
}

const quoted = /^ {0,3}> ?/;

/** Line blocks in a quotation. */
export const quotedLineBlocks: BlockDialect = {
  name: "line blocks (pandoc)",
  at(lines, index) {
    if (!/^ {0,3}> ?\| /.test(lines[index]?.text ?? "") || quoted.test(lines[index - 1]?.text ?? "")) return undefined;
    let end = index;
    while (quoted.test(lines[end]?.text ?? "")) end += 1;
    const own = lines.slice(index, end);
    const body = own.map((line) => restOf(line, quoted.exec(line.text)?.[0].length ?? 0));
    // The rows of a table stay what they are.
    if (lineBlocks.at(body, 0) === undefined) return undefined;
    return { end, build: (reader) => [elementNode("blockquote", reader.blocks(body), own)] };
  },
};
