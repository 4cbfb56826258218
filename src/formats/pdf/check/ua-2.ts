import { PDFDict } from "@cantoo/pdf-lib";
import type { Check, Finding } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { elementsThat, placeOf } from "./place.ts";
import { asName, dictOf, has, items, nameOf, textOf } from "../read/objects.ts";
import { attributeOf, type StructureElement } from "../read/structure.ts";

/** Checks for what PDF/UA-2 requires beyond PDF/UA-1. */
export const ua2Checks: readonly Check[] = [
  {
    checkpoint: "8.2.5.8-1",
    clause: { "ua-2": "ISO 14289-2, 8.2.5.8" },
    what: "An entry of the contents list does not refer to its target.",
    find: (file) => elementsThat(file, (element) => element.role === "TOCI" && !refers(element)),
  },
  {
    checkpoint: "8.2.5.14-1",
    clause: { "ua-2": "ISO 14289-2, 8.2.5.14" },
    what: "A note has the PDF 1.7 type Note instead of FENote.",
    find: (file) => elementsThat(file, ({ role }) => role === "Note"),
  },
  {
    checkpoint: "8.2.5.14-2",
    clause: { "ua-2": "ISO 14289-2, 8.2.5.14" },
    what: "A note and its references do not refer to each other.",
    find: findLooseNotes,
  },
  {
    checkpoint: "8.2.5.14-4",
    clause: { "ua-2": "ISO 14289-2, 8.2.5.14" },
    what: "A note does not say whether it is a footnote or an endnote.",
    find: (file) =>
      elementsThat(
        file,
        (element) =>
          element.role === "FENote" &&
          !["Footnote", "Endnote", "None"].includes(asName(attributeOf(element, "FENote", "NoteType")) ?? ""),
      ),
  },
  {
    checkpoint: "annex-L-content",
    clause: { "ua-2": "ISO 32000-2, annex L" },
    what: "An element that may contain only elements contains text.",
    find: (file) => elementsThat(file, (element) => element.content.length > 0 && groups.has(meaning(element))),
  },
  {
    checkpoint: "8.10.2.3-1",
    clause: { "ua-2": "ISO 14289-2, 8.10.2.3" },
    what: "A field has neither a label nor a description in its annotation (Contents).",
    find: findUndescribedFields,
  },
  {
    checkpoint: "8.4.3-2",
    clause: { "ua-2": "ISO 14289-2, 8.4.3; ISO 19005-4, 6.2.10.8" },
    what: "A text for assistive technology contains private use characters.",
    find: (file) =>
      elementsThat(file, ({ dict }) => ["Alt", "ActualText", "E"].some((key) => isPrivate(textOf(dict, key) ?? ""))),
  },
];

/** Grouping types, which contain elements but no text (ISO 32000-2, annex L; ISO/TS 32005). */
const groups = new Set(
  `Document DocumentFragment Part Art Sect Div Aside BlockQuote TOC Index L LI Table TR THead TBody TFoot`.split(" "),
);

/** Returns an element's effective role: NonStruct takes that of its parent. */
function meaning(element: StructureElement): string {
  return element.role === "NonStruct" && element.parent ? meaning(element.parent) : element.role;
}

function refers({ dict, children }: StructureElement): boolean {
  return has(dict, "Ref") || children.some(refers);
}

/** Notes and references must refer to each other, and each note needs a reference. */
function findLooseNotes(file: PdfFile): Finding[] {
  const referring = new Map<unknown, Set<PDFDict>>();
  for (const { dict, role } of file.elements) {
    if (role === "FENote") continue;
    for (const target of items(dict, "Ref")) {
      referring.set(target, new Set([...(referring.get(target) ?? []), dict]));
    }
  }
  return file.elements
    .filter(({ role }) => role === "FENote")
    .filter(({ dict }) => {
      const from = referring.get(dict) ?? new Set();
      const back = new Set(items(dict, "Ref"));
      return from.size === 0 || from.size !== back.size || [...from].some((candidate) => !back.has(candidate));
    })
    .map((element) => placeOf(file, element));
}

/** Finds widget annotations without Contents in an element without a non-empty Lbl. */
function findUndescribedFields({ dicts, elements }: PdfFile): Finding[] {
  const labelled = new Set(
    elements
      .filter(({ children }) => children.some(({ role, dict }) => role === "Lbl" && has(dict, "K")))
      .flatMap(({ dict }) => items(dict, "K"))
      .map((kid) => (kid instanceof PDFDict ? dictOf(kid, "Obj") : undefined)),
  );
  return dicts
    .filter((dict) => nameOf(dict, "Subtype") === "Widget" && (has(dict, "FT") || has(dict, "Parent")))
    .filter((dict) => !textOf(dict, "Contents")?.trim() && !labelled.has(dict))
    .map((dict) => ({ where: `the field "${textOf(dict, "T") ?? ""}"` }));
}

function isPrivate(text: string): boolean {
  return /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u.test(text);
}
