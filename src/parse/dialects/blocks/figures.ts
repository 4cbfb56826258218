import type { Image } from "mdast";
import { toString } from "mdast-util-to-string";
import { type BlockDialect, type BlockLine, isBlankLine, placeOf } from "../block.ts";
import { directiveNode } from "../nodes.ts";
import { readPandocAttributes } from "../pandoc-attributes.ts";

const picture = /^ {0,3}!\[(.+)\]\((?:<([^<>]+)>|([^\s()]+(?:\([^\s()]*\)[^\s()]*)*))\)(?:\{([^{}]*)\})?[ \t]*\\?$/;

/**
 * An image alone in its paragraph, with an id for references. Its alternative text is the caption
 * (https://pandoc.org/MANUAL.html#extension-implicit_figures), `fig-alt` or `alt` its description.
 */
export const pandocFigures: BlockDialect = {
  name: "figures with ids (pandoc, Quarto)",
  at(lines, index) {
    const line = lines[index];
    const [, caption, bracketed, plain, inner = ""] = picture.exec(line?.text ?? "") ?? [];
    if (!line || caption === undefined || !isAlone(lines, index)) return undefined;
    const { id, values, classes } = readPandocAttributes(inner);
    const described = values.get("fig-alt") ?? values.get("alt");
    if (!/(?:^|[ \t])#fig[-:]/.test(inner) && described === undefined) return undefined;
    return {
      end: index + 1,
      build(reader) {
        const from = line.text.indexOf("[") + 1;
        const label = reader.inline([{ text: caption, line: line.line, column: line.column + from }]);
        const width = /^\d+(?:px|%)?$/.exec(values.get("width") ?? "")?.[0];
        const hProperties = {
          ...(width !== undefined && { width }),
          ...(classes.length > 0 && { className: [...classes] }),
          ...(described === undefined && { dataCaptionAlt: "" }),
        };
        const alt = described ?? toString({ type: "paragraph", children: label });
        const image: Image = {
          type: "image",
          url: bracketed ?? plain ?? "",
          alt,
          data: { hProperties },
          ...placeOf([line]),
        };
        return [
          directiveNode("figure", label, [{ type: "paragraph", children: [image], ...placeOf([line]) }], [line], {
            id,
          }),
        ];
      },
    };
  },
};

function isAlone(lines: readonly BlockLine[], index: number): boolean {
  const isEnd = (line: BlockLine | undefined): boolean =>
    line === undefined || isBlankLine(line) || /^ *:::/.test(line.text);
  return isEnd(lines[index - 1]) && isEnd(lines[index + 1]);
}
