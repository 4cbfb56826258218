import type { ElementContent } from "hast";
import type { Heading, Root } from "mdast";
import { visit } from "unist-util-visit";
import { textOf } from "./hast.ts";
import type { Report } from "./report.ts";
import { toHast } from "./to-hast.ts";

/**
 * What the heading that is the title holds, as hast. A title stands in many places, so it carries no notes, citations, links,
 * pictures or ids. `tree` is the article, whose definitions the heading may refer to.
 */
export function titleContent(heading: Heading, tree: Root, report: Report): ElementContent[] {
  visit(heading, "footnoteReference", (node, index = 0, parent) => {
    report("footnoteUsed", node, "A title carries no notes: this one is left out.", "Refer to it from the text.");
    parent?.children.splice(index, 1);
    return index;
  });
  visit(heading, "citation", (node, index = 0, parent) => {
    report("referenceUsed", node, "A title carries no citations: this one is left out.", "Cite the work in the text.");
    parent?.children.splice(index, 1);
    return index;
  });
  const definitions = tree.children.filter((node) => node.type === "definition");
  const [paragraph] = toHast(
    { type: "root", children: [{ type: "paragraph", children: heading.children }, ...definitions] },
    report,
  ).children;
  return paragraph?.type === "element" ? plain(paragraph.children) : [];
}

function plain(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== "element") return [node];
    if (node.tagName === "img") return [{ type: "text", value: textOf(node) }];
    const { id: _, ...properties } = node.properties;
    const children = plain(node.children);
    return node.tagName === "a" ? children : [{ ...node, properties, children }];
  });
}
