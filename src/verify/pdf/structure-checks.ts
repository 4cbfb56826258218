import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import type { Check } from "./check.ts";
import { textOf } from "./document-checks.ts";
import type { PdfFile, StructureElement } from "./open-file.ts";

/** What the tags say. */
export const structureChecks: readonly Check[] = [
  {
    source: "ISO 14289-1, 7.1",
    find: ({ elements }) => (elements[0]?.type === "Document" ? [] : ["The text has no structure tree."]),
  },
  { source: "ISO 32000-1, 14.8.4", find: findUnknownTypes },
  { source: "ISO 14289-1, 7.3", find: findFiguresWithoutText },
  { source: "ISO 32000-1, 14.8.4.3.3", find: (file) => findStrangers(file, "L", ["LI", "Caption", "L"]) },
  { source: "ISO 32000-1, 14.8.4.3.3", find: (file) => findStrangers(file, "LI", ["Lbl", "LBody"]) },
  { source: "ISO 32000-1, 14.8.4.2", find: (file) => findStrangers(file, "TOC", ["TOC", "TOCI", "Caption"]) },
  { source: "ISO 14289-1, 7.9", find: findNotesWithoutId },
  {
    source: "ISO 32000-1, 14.8.4.3.4",
    find: (file) => findStrangers(file, "Table", ["TR", "THead", "TBody", "TFoot", "Caption"]),
  },
  { source: "ISO 32000-1, 14.8.4.3.4", find: (file) => findStrangers(file, "TR", ["TH", "TD"]) },
];

/** ISO 32000-1, tables 333 to 340. */
const standardTypes = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
  Formula Form`.split(/\s+/),
);

function findUnknownTypes({ catalog, elements }: PdfFile): string[] {
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const roles = root?.lookupMaybe(PDFName.of("RoleMap"), PDFDict);
  const unknown = elements.filter(({ type }) => !standardTypes.has(type) && !roles?.has(PDFName.of(type)));
  return [...new Set(unknown.map(({ type }) => `The structure type "${type}" is not known and not mapped.`))];
}

function findFiguresWithoutText({ elements }: PdfFile): string[] {
  const bare = elements.filter(
    ({ type, dict }) => type === "Figure" && !dict.has(PDFName.of("Alt")) && !dict.has(PDFName.of("ActualText")),
  );
  return bare.map(() => "A figure has no alternative text.");
}

/** Kinds of element that may not stand in another. */
function findStrangers({ elements }: PdfFile, parent: string, allowed: readonly string[]): string[] {
  const strangers = elements
    .filter(({ type }) => type === parent)
    .flatMap(({ children }) => children)
    .filter(({ type }) => !allowed.includes(type));
  return strangers.map(({ type }) => `A ${type} stands right in a ${parent}.`);
}

function findNotesWithoutId({ elements }: PdfFile): string[] {
  const ids = elements.filter(({ type }) => type === "Note").map(idOf);
  const missing = ids.filter((id) => id === undefined).map(() => "A note has no ID.");
  return new Set(ids).size < ids.length ? [...missing, "Two notes have the same ID."] : missing;
}

function idOf({ dict }: StructureElement): string | undefined {
  return textOf(dict.lookup(PDFName.of("ID")));
}
