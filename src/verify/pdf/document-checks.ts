import { PDFBool, PDFDict, PDFHexString, PDFName, type PDFObject, PDFString } from "@cantoo/pdf-lib";
import type { Check } from "./check.ts";
import { arrayOf, type PdfFile } from "./open-file.ts";

/** What the file and its catalog say. */
export const documentChecks: readonly Check[] = [
  {
    source: "ISO 32000-1, 7.5.2",
    find: ({ bytes }) => complaint(startsWith(bytes, "%PDF-1.7"), "The header is not that of PDF 1.7."),
  },
  {
    source: "ISO 32000-1, 7.5.5",
    find: ({ bytes }) => complaint(endsWith(bytes, "%%EOF"), "The end of the file is missing."),
  },
  {
    source: "ISO 19005-2, 6.1.3",
    find: ({ document }) => complaint(document.context.trailerInfo.ID, "The file has no identifier."),
  },
  { source: "ISO 32000-1, 7.7.3", find: ({ pages }) => complaint(pages.length > 0, "The file has no pages.") },
  {
    source: "ISO 14289-1, 7.1",
    find: (file) => complaint(flag(file, "MarkInfo", "Marked"), "The file does not say that it is tagged."),
  },
  {
    source: "ISO 14289-1, 7.1",
    find: (file) =>
      complaint(
        flag(file, "ViewerPreferences", "DisplayDocTitle"),
        "The window would show the file's name instead of the title.",
      ),
  },
  {
    source: "ISO 14289-1, 7.2",
    find: ({ catalog, expected }) => expect("language", textOf(catalog.lookup(PDFName.of("Lang"))), expected.language),
  },
  { source: "ISO 19005-2, 6.2.3", find: findOutputIntent },
  {
    source: "ISO 32000-1, 12.4.2",
    find: ({ catalog }) => complaint(catalog.has(PDFName.of("PageLabels")), "The pages have no labels."),
  },
  { source: "ISO 32000-1, 14.3.3", find: findInformation },
];

export function complaint(isRight: unknown, message: string): string[] {
  return isRight ? [] : [message];
}

export function expect(what: string, found: string | undefined, wanted: string): string[] {
  return complaint(found === wanted, `The ${what} is "${found ?? "missing"}" instead of "${wanted}".`);
}

export function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}

/** The information dictionary, if there is one. */
export function informationOf({ document }: PdfFile): PDFDict | undefined {
  return document.context.lookupMaybe(document.context.trailerInfo.Info, PDFDict);
}

function flag({ catalog }: PdfFile, dictionary: string, name: string): boolean {
  const value = catalog.lookupMaybe(PDFName.of(dictionary), PDFDict)?.lookup(PDFName.of(name));
  return value === PDFBool.True;
}

function findOutputIntent({ catalog }: PdfFile): string[] {
  const intents = arrayOf(catalog.lookup(PDFName.of("OutputIntents")));
  const isComplete = intents.some(
    (intent) => intent instanceof PDFDict && intent.lookup(PDFName.of("DestOutputProfile")),
  );
  return complaint(isComplete, "There is no colour profile.");
}

/** Title and dates; that nothing here is of the day of the build makes equal texts equal files. */
function findInformation(file: PdfFile): string[] {
  const information = informationOf(file);
  const text = (key: string): string | undefined => textOf(information?.lookup(PDFName.of(key)));
  const date = PDFString.fromDate(file.expected.modified).decodeText();
  return [
    ...expect("title", text("Title"), file.expected.title),
    ...expect("date of creation", text("CreationDate"), date),
    ...expect("date of change", text("ModDate"), date),
  ];
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(0, text.length)).toString("latin1") === text;
}

function endsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(-16)).toString("latin1").trimEnd().endsWith(text);
}
