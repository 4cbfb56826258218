import { PDFDict, PDFName, type PDFRef, PDFString } from "@cantoo/pdf-lib";
import type { Job } from "../repair.ts";
import { elementsOf, typeOf } from "../../read/structure-tree.ts";

/** Types of PDF 1.7 only, which PDF/UA-2 still allows (ISO 32000-2, 14.8.6.1). */
const old = new Set("Art BlockQuote TOC TOCI Index Private Quote Reference BibEntry Code".split(" "));

/** Sets the namespace of each element's type (ISO 32000-2, 14.7.4; ISO 14289-2, 8.2.4). */
export function nameNamespaces({ document }: Job): void {
  const { catalog, context } = document;
  const register = (address: string): PDFRef =>
    context.register(context.obj({ Type: "Namespace", NS: PDFString.of(address) }));
  const pdf20 = register("http://iso.org/pdf2/ssn");
  const pdf17 = register("http://iso.org/pdf/ssn");
  for (const { dict } of elementsOf(document)) dict.set(PDFName.of("NS"), old.has(typeOf(dict)) ? pdf17 : pdf20);
  catalog
    .lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict)
    ?.set(PDFName.of("Namespaces"), context.obj([pdf20, pdf17]));
}
