import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import { didYouMean } from "../diagnostics/nearest.ts";
import type { Report } from "./report.ts";

/** Plain texts by the names that articles use for them. */
export type Variables = ReadonlyMap<string, string>;

/** Values in the place of `{{name}}`: in the text, in addresses, in alternative texts and titles; not in code. */
export function fillVariables(tree: Root, variables: Variables, report: Report): void {
  const valueOf = (written: string, node: Nodes): string => {
    const name = written.slice(2, -2).trim();
    const value = variables.get(name);
    if (value !== undefined) return value;
    const hint = didYouMean(name, [...variables.keys()]) ?? `Define it in the front matter: variables: { ${name}: … }.`;
    report("variableDefined", node, `There is no variable "${name}".`, hint);
    return written;
  };
  visit(tree, (node, index, parent) => {
    if (node.type === "variable" && parent && index !== undefined) {
      const { position } = node;
      parent.children[index] = { type: "text", value: valueOf(node.value, node), ...(position && { position }) };
    }
    for (const key of ["url", "alt", "title"] as const) {
      const text = (node as Partial<Record<typeof key, string | null>>)[key];
      if (typeof text !== "string") continue;
      const filled = text.replaceAll(/\{\{[^{}\n]+\}\}/g, (written) => valueOf(written, node));
      (node as Partial<Record<typeof key, string>>)[key] = filled;
    }
  });
}
