import { PDFDict } from "@cantoo/pdf-lib";
import { type Check, unless } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { dictOf, get, has, items, nameOf, textOf } from "../read/objects.ts";

/** Checks for form fields. */
export const formChecks: readonly Check[] = [
  {
    checkpoint: "28-005",
    clause: { "ua-1": "ISO 14289-1, 7.18.1", "ua-2": "ISO 14289-2, 8.10.2.3" },
    what: "A field has no description of what to fill in.",
    find: (file) =>
      fieldsOf(file)
        .filter((field) => !textOf(field, "TU")?.trim())
        .map((field) => ({ where: `the field "${textOf(field, "T") ?? ""}"` })),
  },
  {
    checkpoint: "6.4.1-1",
    clause: { "ua-1": "ISO 19005-2, 6.4.1", "ua-2": "ISO 19005-4, 6.4.1" },
    what: "A field runs an action by itself.",
    find: ({ dicts }) =>
      dicts
        .filter((dict) => nameOf(dict, "Subtype") === "Widget" || has(dict, "FT"))
        .filter((dict) => has(dict, "A") || has(dict, "AA"))
        .map((dict) => ({ where: `the field "${textOf(dict, "T") ?? ""}"` })),
  },
  {
    checkpoint: "6.4.1-3",
    clause: { "ua-1": "ISO 19005-2, 6.4.1", "ua-2": "ISO 19005-4, 6.4.1" },
    what: "The fields leave their appearance to the reader's program.",
    find: ({ catalog }) => unless(String(get(dictOf(catalog, "AcroForm"), "NeedAppearances")) !== "true"),
  },
  {
    checkpoint: "25-001",
    clause: { "ua-1": "ISO 14289-1, 7.15; ISO 19005-2, 6.4.2", "ua-2": "ISO 14289-2, 8.10.1" },
    what: "The file contains an XFA form.",
    find: ({ catalog }) => unless(!has(dictOf(catalog, "AcroForm"), "XFA") && !has(catalog, "NeedsRendering")),
  },
];

/** Returns the fields without child fields (ISO 32000-1, 12.7.3). */
function fieldsOf({ catalog }: PdfFile): PDFDict[] {
  const ends = (field: PDFDict): PDFDict[] => {
    const below = items(field, "Kids").filter((kid) => kid instanceof PDFDict && has(kid, "T"));
    return below.length === 0 ? [field] : below.flatMap((kid) => (kid instanceof PDFDict ? ends(kid) : []));
  };
  return items(dictOf(catalog, "AcroForm"), "Fields").flatMap((field) => (field instanceof PDFDict ? ends(field) : []));
}
