import type { Image } from "mdast";
import { toString } from "mdast-util-to-string";
import { type BlockDialect, type BlockLine, lineBehind, placeOf } from "./block.ts";
import { codeNode } from "./blocks/code-node.ts";
import { textOf } from "./blocks/fenced-block.ts";
import { directiveNode } from "./nodes.ts";
import { safeId } from "./pandoc-attributes.ts";

const opening = /^ {0,3}\\begin\{([a-zA-Z]+\*?)\}/;
const picture = /\\includegraphics(?:\[[^[\]]*\])?\{([^{}]+)\}/;
const caption = /\\caption(?:\[[^[\]]*\])?\{((?:[^{}]|\{[^{}]*\})*)\}/;

/** LaTeX environments outside formulas: a figure is read, any other is printed as code, and reported. */
export const texEnvironments: BlockDialect = {
  name: "environments of LaTeX (\\begin{figure})",
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
        const words = (caption.exec(written)?.[1] ?? "").replaceAll(/\\label\{[^{}]*\}/g, "").replaceAll(/\s+/g, " ");
        const id = /\\label\{([^{}]+)\}/.exec(written)?.[1];
        const label = reader.inline([{ ...(own[0] as BlockLine), text: words.trim() }]);
        const image: Image = {
          type: "image",
          url: file.trim(),
          alt: toString({ type: "paragraph", children: label }),
          ...placeOf(own),
        };
        const content = [{ type: "paragraph" as const, children: [image], ...placeOf(own) }];
        return [directiveNode("figure", label, content, own, { id: id === undefined ? undefined : safeId(id) })];
      },
    };
  },
};
