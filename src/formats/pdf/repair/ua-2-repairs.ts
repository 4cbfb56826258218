import type { Job, Repair } from "./repair.ts";
import { encloseText } from "./ua-2/enclose-text.ts";
import { leadToElements } from "./ua-2/lead-to-elements.ts";
import { referToElements } from "./ua-2/refer-to-elements.ts";
import { PDFArray, PDFDict, PDFHeader, PDFName, type PDFRef, PDFString } from "@cantoo/pdf-lib";
import { childrenOf, elementsOf, setType, typeOf } from "../read/structure-tree.ts";

/** Changes for PDF/UA-2 and PDF/A-4, after everything that both standards require is right, in order. */
export const ua2Repairs: readonly Repair[] = [
  { name: "rename-types", why: "PDF 2.0 replaced some structure types.", run: renameTypes, only: "ua-2" },
  {
    name: "number-lists",
    needs: ["rename-types"],
    why: "Lists must declare the kind of their labels.",
    run: numberLists,
    only: "ua-2",
  },
  {
    name: "enclose-text",
    needs: ["rename-types"],
    why: "Text must be in paragraphs, not directly in groups.",
    run: encloseText,
    only: "ua-2",
  },
  { name: "describe-fields", why: "The annotation of a field must describe it.", run: describeFields, only: "ua-2" },
  {
    name: "refer-to-elements",
    needs: ["index-ids"],
    why: "Contents entries and notes must refer to elements, not to places on pages.",
    run: referToElements,
    only: "ua-2",
  },
  {
    name: "lead-to-elements",
    needs: ["index-ids"],
    why: "Links and bookmarks must lead to elements, not to places on pages.",
    run: leadToElements,
    only: "ua-2",
  },
  {
    name: "name-namespaces",
    needs: ["rename-types", "enclose-text"],
    why: "The meaning of types depends on the version; all elements must exist first.",
    run: nameNamespaces,
    only: "ua-2",
  },
  { name: "declare-version", why: "The file is a PDF 2.0.", run: declareVersion, only: "ua-2" },
];

/** Declares PDF 2.0. A PDF/A-4 has no information dictionary (ISO 19005-4, 6.1.2 and 6.1.3), only the XMP packet. */
function declareVersion({ document: { context } }: Job): void {
  context.header = PDFHeader.forVersion(2, 0);
  const before = context.trailerInfo.Info;
  delete context.trailerInfo.Info;
  if (before) context.delete(before as Parameters<typeof context.delete>[0]);
}

/** Adds Contents to widget annotations without a Lbl (ISO 14289-2, 8.10.2.3). */
function describeFields({ document: { context } }: Job): void {
  for (const [, dict] of context.enumerateIndirectObjects()) {
    if (!(dict instanceof PDFDict) || dict.get(PDFName.of("Subtype")) !== PDFName.of("Widget")) continue;
    const label = dict.get(PDFName.of("TU"));
    if (label) dict.set(PDFName.of("Contents"), label);
  }
}

/** Types of PDF 1.7 only, which PDF/UA-2 still allows (ISO 32000-2, 14.8.6.1). */
const old = new Set("Art BlockQuote TOC TOCI Index Private Quote Reference BibEntry Code".split(" "));

/** Sets the namespace of each element's type (ISO 32000-2, 14.7.4; ISO 14289-2, 8.2.4). */
function nameNamespaces({ document }: Job): void {
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

/** Sets the ListNumbering of lists whose items have labels (ISO 14289-2, 8.2.5.25; ISO 32000-2, 14.8.5.5). */
function numberLists({ document }: Job): void {
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

/** Types that PDF 2.0 replaced (ISO 32000-2, 14.8.4). */
const successors: Readonly<Record<string, string>> = { Art: "Sect", Note: "FENote" };

/** Renames types replaced since PDF 1.7, and marks footnotes as endnotes (ISO 32000-2, 14.8.5.8). */
function renameTypes({ document }: Job): void {
  const { context } = document;
  for (const { dict } of elementsOf(document)) {
    const successor = successors[typeOf(dict)];
    if (successor === undefined) continue;
    setType(dict, successor);
    if (successor === "FENote") dict.set(PDFName.of("A"), context.obj({ O: "FENote", NoteType: "Endnote" }));
  }
  // No role mapping is left (ISO 14289-2, 8.2.4): PDF 2.0 has types for emphasis.
  document.catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict)?.delete(PDFName.of("RoleMap"));
}
