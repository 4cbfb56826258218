import type { ElementContent } from "hast";
import type { Heading, Root } from "mdast";
import { visit } from "../model/visit.ts";
import { formulaText } from "../model/formula-text.ts";
import { textOf } from "./hast.ts";
import type { Report } from "../diagnostics/report.ts";
import { texToMathMl } from "./mathml.ts";
import { toHast } from "./to-hast.ts";

/**
 * Returns the content of the title heading as hast. Titles appear in many places, so notes, citations, references,
 * links, images and ids are removed, and formulas become plain text. `tree` is the article, whose definitions it may
 * use.
 */
export function titleContent(heading: Heading, tree: Root, report: Report): ElementContent[] {
  visit(heading, "footnoteReference", (node, index = 0, parent) => {
    report("footnoteUsed", node, "A title cannot have notes: this one is left out.", "Refer to it from the text.");
    parent?.children.splice(index, 1);
    return index;
  });
  visit(heading, "citation", (node, index = 0, parent) => {
    report("referenceUsed", node, "A title cannot have citations: this one is left out.", "Cite the work in the text.");
    parent?.children.splice(index, 1);
    return index;
  });
  visit(heading, "crossReference", (node, index = 0, parent) => {
    report("crossReferenceTarget", node, "A title refers to nothing.", "Refer to it from the text.");
    parent?.children.splice(index, 1, { type: "text", value: node.value });
    return index + 1;
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
    if (node.properties["dataFormula"] !== undefined) return [{ type: "text", value: texToText(textOf(node)) }];
    if (node.tagName === "img") return [{ type: "text", value: textOf(node) }];
    const { id: _, ...properties } = node.properties;
    const children = plain(node.children);
    return node.tagName === "a" ? children : [{ ...node, properties, children }];
  });
}

/** Writes a formula as text in a line; one that cannot be drawn stays TeX. */
export function texToText(tex: string): string {
  const drawn = texToMathMl(tex, false);
  return "math" in drawn ? formulaText(drawn.math) : tex;
}
