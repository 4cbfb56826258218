import type { Root } from "mdast";
import { visit } from "../../../model/visit.ts";
import type { TreeDialect } from "../dialect.ts";

const highlight =
  /^[ \t]*(?:\/\/|#|<!--|\/\*|\{\/\*|--)[ \t]*(?:highlight-(?:next-line|start|end)|\[!code [^\]]*\])[ \t]*(?:(?:-->|\*\/\}?)[ \t]*)?$/;
const behindCode = /(?<![ \t])[ \t]*(?:\/\/|#|<!--|\/\*)[ \t]*\[!code [^[\]]*\][ \t]*(?:(?:-->|\*\/)[ \t]*)?$/;

/**
 * Markup in code that its tool hides: Rust lines that begin with `# `
 * (https://rust-lang.github.io/mdBook/format/mdbook.html#hiding-code-lines), comments that highlight a line.
 */
export const codeMarks: TreeDialect = {
  name: "marks in code (mdBook, Docusaurus, VitePress)",
  read(tree: Root) {
    let first: number | undefined;
    visit(tree, "code", (node) => {
      const isRust = /^(?:rust|rs)$/i.test(node.lang ?? "");
      const lines = node.value.split("\n");
      const remaining = lines
        .filter((line) => !highlight.test(line) && !(isRust && /^[ \t]*#(?:[ \t]|$)/.test(line)))
        .map((line) => (isRust ? line.replace(/^([ \t]*)##/, "$1#") : line).replace(behindCode, ""));
      const value = remaining.join("\n");
      if (value === node.value || remaining.length === 0) return;
      first ??= node.position?.start.line;
      node.value = value;
    });
    return first;
  },
};
