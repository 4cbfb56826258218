import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import type { Job } from "../repair.ts";
import { elementsOf, setType, typeOf } from "../../read/structure-tree.ts";

/** Types that PDF 2.0 replaced (ISO 32000-2, 14.8.4). */
const successors: Readonly<Record<string, string>> = { Art: "Sect", Note: "FENote" };

/** Renames types replaced since PDF 1.7, and marks footnotes as endnotes (ISO 32000-2, 14.8.5.8). */
export function renameTypes({ document }: Job): void {
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
