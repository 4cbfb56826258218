import type { Emphasis, Root } from "mdast";
import { defListToMarkdown } from "mdast-util-definition-list";
import { directiveToMarkdown } from "mdast-util-directive";
import { gfmToMarkdown } from "mdast-util-gfm";
import { mathToMarkdown } from "mdast-util-math";
import { defaultHandlers, type Handle, type Options, toMarkdown as write } from "mdast-util-to-markdown";
import { stringify } from "yaml";

/** `_` next to a letter is not a delimiter, but `*` is. */
const emphasis: Handle & { peek?: Handle } = (node: Emphasis, parent, state, info) => {
  const isInWord = [info.before, info.after].some((character) => /[\p{L}\p{N}_]$/u.test(character));
  state.options.emphasis = isInWord ? "*" : "_";
  const written = defaultHandlers.emphasis(node, parent, state, info);
  state.options.emphasis = "_";
  return written;
};
emphasis.peek = () => "_";

const options: Options = {
  bullet: "-",
  emphasis: "_",
  handlers: { emphasis },
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
