import { unzipSync } from "fflate";
import type { Element, Root } from "xast";
import { fromXml } from "xast-util-from-xml";
import { visit } from "../../model/visit.ts";
import type { CheckSuite } from "../../model/check-suite.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";

const sources = ["XML 1.0", "ECMA-376, 11.3.10", "ECMA-376, part 2, 9.3", "ECMA-376, 17.16.22", "WCAG 2.2, 1.1.1"];

/** What is looked at in every Word document. */
export const docxSuite: CheckSuite = {
  id: "word-document",
  title: "Word document: parts, links, descriptions",
  rules: [],
  parts: sources.map((source) => ({ source })),
};

/** What a finished Word document must be, each with its source; what is wrong is a fault of ours. */
export function verifyDocx(bytes: Uint8Array, file: string): Diagnostic[] {
  const parts = unzipSync(bytes);
  const faults: string[] = [];
  const trees = new Map<string, Root>();
  for (const [path, part] of Object.entries(parts)) {
    if (!/\.(?:xml|rels)$/.test(path)) continue;
    try {
      trees.set(path, fromXml(new TextDecoder().decode(part)));
    } catch (error) {
      faults.push(`${path} is not well-formed: ${String(error)}. (XML 1.0)`);
    }
  }
  const document = elementsIn(trees.get("word/document.xml"));
  const relations = elementsIn(trees.get("word/_rels/document.xml.rels")).filter(({ name }) => name === "Relationship");
  const known = new Set(relations.map(({ attributes }) => attributes["Id"]));
  const bookmarks = new Set(
    document.filter(({ name }) => name === "w:bookmarkStart").map(({ attributes }) => attributes["w:name"]),
  );
  if (document.length === 0) faults.push("There is no text. (ECMA-376, 11.3.10)");
  for (const { name, attributes } of document) {
    const relation = attributes["r:id"] ?? attributes["r:embed"];
    if (relation !== undefined && relation !== null && !known.has(relation))
      faults.push(`${name} refers to "${relation}", which is not there. (ECMA-376, part 2, 9.3)`);
    const anchor = attributes["w:anchor"];
    if (name === "w:hyperlink" && anchor && !bookmarks.has(anchor))
      faults.push(`A link leads to "${anchor}", which is not there. (ECMA-376, 17.16.22)`);
    if (name === "wp:docPr" && attributes["descr"] === undefined)
      faults.push("A picture has no description. (WCAG 2.2, 1.1.1)");
  }
  for (const { attributes } of relations) {
    const target = attributes["Target"] ?? "";
    if (attributes["TargetMode"] !== "External" && !(`word/${target}` in parts))
      faults.push(`"${target}" is not in the package. (ECMA-376, part 2, 9.3)`);
  }
  return faults.map((fault) => diagnostic("docxValid", fault, undefined, { file }));
}

function elementsIn(tree: Root | undefined): Element[] {
  const elements: Element[] = [];
  if (tree) visit(tree, "element", (node: Element) => void elements.push(node));
  return elements;
}
