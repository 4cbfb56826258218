import type { Root } from "mdast";
import { defListToMarkdown } from "mdast-util-definition-list";
import { directiveToMarkdown } from "mdast-util-directive";
import { gfmToMarkdown } from "mdast-util-gfm";
import { mathToMarkdown } from "mdast-util-math";
import { type Options, toMarkdown as write } from "mdast-util-to-markdown";
import { stringify } from "yaml";

const options: Options = {
  bullet: "-",
  emphasis: "_",
  rule: "-",
  listItemIndent: "one",
  // Escapes syntax that Offprint adds to CommonMark.
  unsafe: [
    { character: "{", after: "\\{", inConstruct: "phrasing" },
    { character: "[", after: "@", inConstruct: "phrasing" },
    { character: "$", inConstruct: "phrasing" },
  ],
  extensions: [
    gfmToMarkdown({ tablePipeAlign: true }),
    directiveToMarkdown({ preferUnquoted: true }),
    mathToMarkdown(),
    defListToMarkdown,
  ],
};

/** Serialises a tree as readable Markdown, with front matter. */
export function toMarkdown(tree: Root, frontMatter: Readonly<Record<string, unknown>> = {}): string {
  const head = Object.keys(frontMatter).length > 0 ? `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n` : "";
  return head + write(tree, options);
}
