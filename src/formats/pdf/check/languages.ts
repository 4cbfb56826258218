import type { PDFDict } from "@cantoo/pdf-lib";
import { type Check, type Finding, unless } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { elementsThat, shownIn } from "./place.ts";
import { dictOf, has, nameOf, textOf } from "../read/objects.ts";
import type { StructureElement } from "../read/structure.ts";

/** Checks that all text for assistive technology has a language: the document's or that of an ancestor. */
export const languageChecks: readonly Check[] = [
  {
    checkpoint: "11-001",
    clause: { "ua-1": "ISO 14289-1, 7.2", "ua-2": "ISO 14289-2, 8.4.4" },
    what: "A text has no language.",
    find: (file) =>
      withoutLanguage(file, (element) => element.content.length > 0 && shownIn(file, element).trim() !== ""),
  },
  {
    checkpoint: "11-002",
    clause: { "ua-1": "ISO 14289-1, 7.2", "ua-2": "ISO 14289-2, 8.4.4" },
    what: "An alternative text, a replacement text or an expansion has no language.",
    find: (file) => withoutLanguage(file, ({ dict }) => ["Alt", "ActualText", "E"].some((key) => has(dict, key))),
  },
  {
    checkpoint: "11-003",
    clause: { "ua-1": "ISO 14289-1, 7.2", "ua-2": "ISO 14289-2, 8.4.4" },
    what: "The bookmarks have no language.",
    find: (file) => unless(documentHasLanguage(file) || !dictOf(file.catalog, "Outlines")),
  },
  {
    checkpoint: "11-004",
    clause: { "ua-1": "ISO 14289-1, 7.2", "ua-2": "ISO 14289-2, 8.4.4" },
    what: "The description of a link has no language.",
    find: (file) => annotationsIn(file, ({ dict }) => has(dict, "Contents")),
  },
  {
    checkpoint: "11-005",
    clause: { "ua-1": "ISO 14289-1, 7.2", "ua-2": "ISO 14289-2, 8.4.4" },
    what: "The name of a field has no language.",
    find: (file) => annotationsIn(file, ({ dict }) => has(dict, "TU")),
  },
  {
    checkpoint: "11-006",
    clause: { "ua-1": "ISO 14289-1, 7.2", "ua-2": "ISO 14289-2, 8.4.4" },
    what: "The metadata of the file has no language.",
    find: (file) => unless(documentHasLanguage(file)),
  },
  {
    checkpoint: "7.2-29",
    clause: { "ua-1": "ISO 14289-1, 7.2", "ua-2": "ISO 14289-2, 8.4.4" },
    what: "A language is not a valid language tag.",
    find: findTags,
  },
];

/** Reports whether the document as a whole has a language. */
function documentHasLanguage({ catalog }: PdfFile): boolean {
  return Boolean(textOf(catalog, "Lang"));
}

function hasLanguage(element: StructureElement | undefined): boolean {
  return element !== undefined && (Boolean(textOf(element.dict, "Lang")) || hasLanguage(element.parent));
}

function withoutLanguage(file: PdfFile, isHeard: (element: StructureElement) => boolean): Finding[] {
  if (documentHasLanguage(file)) return [];
  return elementsThat(file, (element) => !hasLanguage(element) && isHeard(element));
}

interface Annotation {
  readonly page: number;
  readonly dict: PDFDict;
}

/** As in veraPDF, only the languages of the document and the annotation itself count. */
function annotationsIn(file: PdfFile, isHeard: (annotation: Annotation) => boolean): Finding[] {
  if (documentHasLanguage(file)) return [];
  return file.pages
    .flatMap(({ number, annotations }) => annotations.map((dict) => ({ page: number, dict })))
    .filter((annotation) => !textOf(annotation.dict, "Lang") && isHeard(annotation))
    .map(({ page, dict }) => ({
      where: `page ${page}, ${nameOf(dict, "Subtype") ?? ""}`,
      holds: textOf(dict, "Contents"),
    }));
}

/** RFC 3066, 2.1. An empty tag means that the language is unknown. */
function findTags({ catalog, elements, pages }: PdfFile): Finding[] {
  const written = [
    textOf(catalog, "Lang"),
    ...elements.map(({ dict }) => textOf(dict, "Lang")),
    ...pages.flatMap(({ content }) => content.sequences.map(({ language }) => language)),
  ];
  return [...new Set(written)]
    .filter((tag) => tag !== undefined && !/^[A-Za-z]{1,8}(?:-[\dA-Za-z]{1,8})*$/.test(tag))
    .map((tag) => ({ where: `"${tag ?? ""}"` }));
}
