import type { Root } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";

/** CommonMark with the tables, footnotes and lists of tasks of GFM (https://github.github.com/gfm/). */
export function writeMarkdown(tree: Root): Uint8Array {
  const extensions = [gfmToMarkdown({ tablePipeAlign: true })];
  const options = { bullet: "-", emphasis: "_", rule: "-", listItemIndent: "one", extensions } as const;
  return new TextEncoder().encode(toMarkdown(tree, options));
}
