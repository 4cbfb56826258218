import type { Code, Root } from "mdast";
import { visit } from "../../../model/visit.ts";
import { splitPart } from "../../../model/file-part.ts";
import type { CodeInclude } from "../../find-includes.ts";
import type { TreeDialect } from "../dialect.ts";

const mark =
  /^([ \t]*)(?:\{\{#(?:include|rustdoc_include|playground|playpen)[ \t]+([^{}]+?)\}\}|;?-{1,2}8<-{1,2}[ \t]+"([^"]+)")[ \t]*$/;
const escaped = /^([ \t]*)\\(?=\{\{#)/gm;

/**
 * Lines in code blocks that include those of a file: `{{#include main.rs:5:9}}` of mdBook, `--8<-- "main.py"` of
 * MkDocs.
 */
export const codeIncludes: TreeDialect = {
  name: "files in code ({{#include file}}: mdBook, MkDocs)",
  read(tree: Root) {
    let first: number | undefined;
    visit(tree, "code", (node: Code) => {
      if (!node.value.includes("{{#") && !node.value.includes("8<-")) return;
      const found: CodeInclude[] = node.value.split("\n").flatMap((text, line) => {
        const [whole, indent = "", book, snippet] = mark.exec(text) ?? [];
        if (whole === undefined) return [];
        // Attributes of a playground may follow the address.
        const written = book?.split(/[ \t]+/)[0] ?? snippet ?? "";
        return [{ line, indent, ...splitPart(written) }];
      });
      node.value = node.value.replaceAll(escaped, "$1");
      if (found.length === 0) return;
      first ??= node.position?.start.line;
      node.data = { ...node.data, includes: found } as object;
    });
    return first;
  },
};
