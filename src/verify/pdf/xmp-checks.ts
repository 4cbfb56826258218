import { PDFName } from "@cantoo/pdf-lib";
import type { Element } from "xast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import type { Check } from "./check.ts";
import { complaint, expect, informationOf, textOf } from "./document-checks.ts";
import type { PdfFile } from "./open-file.ts";

/** What the XMP packet says, and that the information dictionary says the same. */
export const xmpChecks: readonly Check[] = [
  { source: "ISO 14289-1, 7.1", find: ({ xmp }) => complaint(xmp, "There is no XMP packet that can be read.") },
  { source: "ISO 14289-1, 5", find: (file) => says(file, "pdfuaid:part", "1") },
  { source: "ISO 19005-2, 6.6.4", find: (file) => says(file, "pdfaid:part", "2") },
  { source: "ISO 19005-2, 6.6.4", find: (file) => says(file, "pdfaid:conformance", "A") },
  { source: "ISO 19005-2, 6.6.2.3.3", find: (file) => says(file, "pdfaSchema:prefix", "pdfuaid") },
  { source: "ISO 14289-1, 7.1", find: (file) => says(file, "dc:title", file.expected.title) },
  {
    source: "ISO 16684-1, 8.4",
    find: (file) => says(file, "xmp:ModifyDate", `${file.expected.modified.toISOString().slice(0, 19)}Z`),
  },
  { source: "ISO 19005-2, 6.6.3", find: (file) => agrees(file, "dc:description", "Subject") },
  { source: "ISO 19005-2, 6.6.3", find: (file) => agrees(file, "pdf:Keywords", "Keywords") },
  { source: "ISO 19005-2, 6.6.3", find: (file) => agrees(file, "pdf:Producer", "Producer") },
  { source: "ISO 19005-2, 6.6.3", find: (file) => agrees(file, "xmp:CreatorTool", "Creator") },
  { source: "ISO 19005-2, 6.6.3", find: findAuthors },
];

/** The values of a property: of each item where it is a list. */
function valuesOf({ xmp }: PdfFile, name: string): string[] {
  const values: string[] = [];
  if (!xmp) return values;
  visit(xmp, "element", (element: Element) => {
    if (element.name !== name) return;
    const items: string[] = [];
    visit(element, "element", (item: Element) => void (item.name === "rdf:li" && items.push(textIn(item))));
    values.push(...(items.length > 0 ? items : [textIn(element)]));
  });
  return values;
}

function textIn(element: Element): string {
  return toString(element as unknown as Parameters<typeof toString>[0]);
}

function says(file: PdfFile, name: string, wanted: string): string[] {
  return expect(name, valuesOf(file, name)[0], wanted);
}

function agrees(file: PdfFile, name: string, key: string): string[] {
  const information = textOf(informationOf(file)?.lookup(PDFName.of(key)));
  const [value] = valuesOf(file, name);
  return complaint(value === information, `${name} is "${value ?? ""}" and ${key} is "${information ?? ""}".`);
}

function findAuthors(file: PdfFile): string[] {
  const authors = valuesOf(file, "dc:creator").join("; ");
  const information = textOf(informationOf(file)?.lookup(PDFName.of("Author"))) ?? "";
  return complaint(authors === information, `dc:creator is "${authors}" and Author is "${information}".`);
}
