import type { Root } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";

/** Writes CommonMark with GFM's tables, footnotes and task lists (https://github.github.com/gfm/). */
export function writeMarkdown(tree: Root): Uint8Array {
  const extensions = [gfmToMarkdown({ tablePipeAlign: true })];
  const options = { bullet: "-", emphasis: "_", rule: "-", listItemIndent: "one", extensions } as const;
  return new TextEncoder().encode(toMarkdown(tree, options));
}
