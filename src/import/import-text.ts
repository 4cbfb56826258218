import type { ImportedDocument } from "../model/imported.ts";
import { readBlocks } from "./text/blocks.ts";
import { blocksToTree } from "./text/blocks-to-tree.ts";
import { joinPages } from "./text/printed-pages.ts";
import { toMarkdown } from "./to-markdown.ts";

/** Syntax that only Markdown has; a plain text that contains it is taken as Markdown and left unchanged. */
const markdownMarks = [
  /^#{1,6} \S/m,
  /^(?:```|~~~)/m,
  /\[[^\]\n]+\]\((?:https?:|[\w./#-]+\))/,
  /^---\n[\w-]+:.*\n(?:.*\n)*?---$/m,
];

/** Converts plain text to Markdown; detects headings, lists, quotations and code from the layout of the lines. */
export function importText(text: string, _shown: string): ImportedDocument {
  const isMarkdown = markdownMarks.some((mark) => mark.test(text));
  const markdown = isMarkdown ? text : toMarkdown(blocksToTree(readBlocks(joinPages(text))));
  return { markdown, pictures: new Map(), linkedPictures: [] };
}
