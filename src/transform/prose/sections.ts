import { toString } from "mdast-util-to-string";
import type { Report } from "../../diagnostics/report.ts";
import type { Prose } from "./prose.ts";

/** Reports headings without any content, not even a subsection. */
export function checkSections({ tree }: Prose, report: Report): void {
  const blocks = tree.children.filter(({ type }) => type !== "yaml" && type !== "definition");
  for (const [index, node] of blocks.entries()) {
    if (node.type !== "heading") continue;
    const next = blocks[index + 1];
    if (next && (next.type !== "heading" || next.depth > node.depth)) continue;
    const message = `The section "${toString(node)}" is empty.`;
    report("sectionHasText", node, message, "Write it, or remove its heading.");
  }
}
