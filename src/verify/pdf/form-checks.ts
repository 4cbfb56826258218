import { PDFDict, PDFName, PDFNumber, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import type { Check } from "./check.ts";
import { complaint, textOf } from "./document-checks.ts";
import { arrayOf, type PdfFile } from "./open-file.ts";

/** What readers fill in. */
export const formChecks: readonly Check[] = [
  {
    source: "ISO 14289-1, 7.18.1",
    find: (file) => each(file, (field) => textOf(get(field, "TU")), "says in no words what it is for"),
  },
  { source: "ISO 14289-1, 7.18.4", find: findUntaggedFields },
  { source: "ISO 32000-1, 14.8.4.5", find: findFullForms },
  { source: "ISO 32000-1, 12.7.3.2", find: findSameNames },
  { source: "ISO 32000-1, 12.7.2", find: findFieldsNotListed },
  { source: "ISO 19005-2, 6.3.2", find: (file) => each(file, isPrinted, "is not printed, or hidden") },
  { source: "ISO 19005-2, 6.3.3", find: (file) => each(file, hasAppearance, "does not say what it looks like") },
  {
    source: "ISO 19005-2, 6.4.1",
    find: (file) => each(file, (field) => !field.has(name("A")) && !field.has(name("AA")), "does something"),
  },
  { source: "ISO 19005-2, 6.4.1", find: findFormsToBeDrawn },
  { source: "ISO 32000-1, 12.7.3.3", find: findFieldsWithoutFont },
];

const name = PDFName.of.bind(PDFName);

function get(dict: PDFDict, key: string): PDFObject | undefined {
  return dict.lookup(name(key));
}

function fieldsOf({ pages }: PdfFile): PDFDict[] {
  return pages.flatMap(({ annotations }) => annotations).filter((one) => get(one, "Subtype") === name("Widget"));
}

function each(file: PdfFile, isRight: (field: PDFDict) => unknown, wrong: string): string[] {
  return fieldsOf(file).flatMap((field) =>
    complaint(isRight(field), `The field "${textOf(get(field, "T")) ?? ""}" ${wrong}.`),
  );
}

function formOf({ catalog }: PdfFile): PDFDict | undefined {
  return catalog.lookupMaybe(name("AcroForm"), PDFDict);
}

function enclosedIn(dict: PDFDict): PDFObject[] {
  return arrayOf(get(dict, "K")).flatMap((kid) => (kid instanceof PDFDict ? (get(kid, "Obj") ?? []) : []));
}

function findUntaggedFields(file: PdfFile): string[] {
  const forms = file.elements.filter(({ type }) => type === "Form");
  const tagged = new Set(forms.flatMap(({ dict }) => enclosedIn(dict)));
  return each(file, (field) => tagged.has(field), "is not tagged as a form");
}

function findFullForms({ elements }: PdfFile): string[] {
  const full = elements.filter(({ type, dict }) => {
    const kids = arrayOf(get(dict, "K"));
    return type === "Form" && (kids.length !== 1 || enclosedIn(dict).length !== 1);
  });
  return full.map(() => "A Form holds something else than one field.");
}

function findSameNames(file: PdfFile): string[] {
  const names = fieldsOf(file).map((field) => textOf(get(field, "T")));
  return complaint(new Set(names).size === names.length, "Two fields have the same name.");
}

function findFieldsNotListed(file: PdfFile): string[] {
  const listed = new Set(arrayOf(formOf(file)?.lookup(name("Fields"))));
  return each(file, (field) => listed.has(field), "is not in the list of fields");
}

/** Flags of an annotation (ISO 32000-1, table 165): print; and invisible, hidden, no view, toggle no view. */
function isPrinted(field: PDFDict): boolean {
  const flags = get(field, "F");
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
  return (bits & 4) !== 0 && (bits & (1 | 2 | 32 | 256)) === 0;
}

/** The normal appearance and no other: one for each state of a button, with that which holds now. */
function hasAppearance(field: PDFDict): boolean {
  const appearances = get(field, "AP");
  if (!(appearances instanceof PDFDict) || appearances.keys().length !== 1) return false;
  const normal = get(appearances, "N");
  if (get(field, "FT") !== name("Btn")) return normal instanceof PDFStream;
  const state = get(field, "AS");
  const states = normal instanceof PDFDict ? normal : undefined;
  const drawn = states?.keys().every((key) => states.lookup(key) instanceof PDFStream) ?? false;
  return drawn && states?.has(name("Off")) === true && state instanceof PDFName && states.has(state);
}

function findFormsToBeDrawn(file: PdfFile): string[] {
  const form = formOf(file);
  const isSettled = !form?.has(name("NeedAppearances")) && !form?.has(name("XFA"));
  return complaint(isSettled, "What fields look like is left to each program.");
}

function findFieldsWithoutFont(file: PdfFile): string[] {
  const fonts = formOf(file)?.lookupMaybe(name("DR"), PDFDict)?.lookupMaybe(name("Font"), PDFDict);
  const hasFont = (field: PDFDict): boolean => {
    if (get(field, "FT") !== name("Tx")) return true;
    const [, font = ""] = /\/(\S+) [\d.]+ Tf/.exec(textOf(get(field, "DA")) ?? "") ?? [];
    return fonts?.lookup(name(font)) instanceof PDFDict;
  };
  return each(file, hasFont, "is written with a font that is not there");
}
