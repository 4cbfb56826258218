import { PDFArray, PDFDict, PDFName } from "@cantoo/pdf-lib";
import type { Job } from "../repair.ts";
import { childrenOf, elementsOf, typeOf } from "../../read/structure-tree.ts";

/** Sets the ListNumbering of lists whose items have labels (ISO 14289-2, 8.2.5.25; ISO 32000-2, 14.8.5.5). */
export function numberLists({ document }: Job): void {
  const { context } = document;
  for (const { dict } of elementsOf(document).filter((element) => typeOf(element.dict) === "L")) {
    const labels = childrenOf(context, dict).flatMap((item) => childrenOf(context, item.dict));
    if (!labels.some((label) => typeOf(label.dict) === "Lbl")) continue;
    const attributes = dict.lookup(PDFName.of("A"));
    const list = attributes instanceof PDFArray ? attributes.asArray() : attributes ? [attributes] : [];
    const numbering = list
      .map((attribute) => context.lookup(attribute))
      .find((attribute) => attribute instanceof PDFDict && attribute.has(PDFName.of("ListNumbering")));
    if (!(numbering instanceof PDFDict)) {
      dict.set(PDFName.of("A"), context.obj([...list, context.obj({ O: "List", ListNumbering: "Unordered" })]));
    } else if (numbering.get(PDFName.of("ListNumbering")) === PDFName.of("None")) {
      numbering.set(PDFName.of("ListNumbering"), PDFName.of("Unordered"));
    }
  }
}
