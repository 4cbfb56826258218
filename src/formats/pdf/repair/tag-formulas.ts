import { PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Root } from "hast";
import { visit } from "../../../model/visit.ts";
import type { Job } from "./repair.ts";
import { elementsOf, setType, typeOf } from "../read/structure-tree.ts";
import { hasClass } from "../../../model/hast.ts";

/** Tags images whose alternative text is that of a formula as formulas (ISO 32000-1, 14.8.4.5). */
export function tagFormulas({ document, root }: Job): void {
  const formulas = wordsOfFormulas(root);
  for (const { dict } of elementsOf(document)) {
    const words = dict.get(PDFName.of("Alt"));
    const isText = words instanceof PDFString || words instanceof PDFHexString;
    if (typeOf(dict) === "Figure" && isText && formulas.has(words.decodeText())) setType(dict, "Formula");
  }
}

function wordsOfFormulas(root: Root): Set<string> {
  const words = new Set<string>();
  visit(root, "element", (node) => {
    if (hasClass(node, "formula-image")) words.add(String(node.properties.ariaLabel));
  });
  return words;
}
