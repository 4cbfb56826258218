import { type BlockDialect } from "../block.ts";
import { directiveNode } from "../nodes.ts";
import { readPandocAttributes } from "../pandoc-attributes.ts";
import { captionBelow } from "../tables/caption.ts";
import { codeNode } from "./code-node.ts";
import { fencedBlock } from "./fenced-block.ts";

/**
 * A line `: Caption {#lst:name}` below a code block (https://lierdakil.github.io/pandoc-crossref/#code-block-captions).
 * The id is after the caption or in the braces of the block.
 */
export const codeCaptions: BlockDialect = {
  name: "captions of code (pandoc-crossref)",
  at(lines, index) {
    const block = fencedBlock(lines, index);
    if (!block || block.marks.startsWith(":")) return undefined;
    const caption = captionBelow(lines, block.end);
    const [, inner = ""] = /^\{(.*)\}$/.exec(block.info) ?? [];
    const own = readPandocAttributes(inner);
    const id = caption.id ?? own.id;
    if (caption.lines.length === 0 || id === undefined || !/^lst[-:]/.test(id)) return undefined;
    const language = inner === "" ? /^[\w+#-]+/.exec(block.info)?.[0] : own.classes[0];
    const all = lines.slice(index, caption.end);
    return {
      end: caption.end,
      build: (reader) => [
        directiveNode("figure", reader.inline(caption.lines), [codeNode(block, language)], all, { id }),
      ],
    };
  },
};
