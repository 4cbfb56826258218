import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from "@cantoo/pdf-lib";
import { fromXml } from "xast-util-from-xml";
import type { Root as XmlRoot } from "xast";
import type { ContentsEntry } from "../../model/publication.ts";

/** What a PDF must say, as its publication has it. */
export interface PdfExpectation {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly modified: Date;
  readonly outline: readonly ContentsEntry[];
}

/** A finished PDF, read once for all checks. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly document: PDFDocument;
  readonly catalog: PDFDict;
  readonly pages: readonly PdfPage[];
  /** In reading order. */
  readonly elements: readonly StructureElement[];
  /** The names that links can lead to. */
  readonly destinations: ReadonlySet<string>;
  /** Parsed, if there is one that parses. */
  readonly xmp: XmlRoot | undefined;
  readonly expected: PdfExpectation;
}

export interface PdfPage {
  readonly number: number;
  readonly dict: PDFDict;
  readonly annotations: readonly PDFDict[];
  /** The decoded content stream, one character for each byte. */
  readonly content: string;
}

export interface StructureElement {
  readonly type: string;
  readonly dict: PDFDict;
  readonly parent: StructureElement | undefined;
  readonly children: readonly StructureElement[];
}

/** @throws whatever pdf-lib throws at bytes that are no PDF. */
export async function openFile(bytes: Uint8Array, expected: PdfExpectation): Promise<PdfFile> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  const { catalog } = document;
  const root = catalog.lookup(PDFName.of("StructTreeRoot"));
  const tops = root instanceof PDFDict ? kidsOf(root).flatMap((kid) => readElement(kid, undefined)) : [];
  const names = catalog.lookup(PDFName.of("Dests"));
  return {
    bytes,
    document,
    catalog,
    pages: document.getPages().map(({ node }, index) => ({
      number: index + 1,
      dict: node,
      annotations: arrayOf(node.lookup(PDFName.of("Annots"))).filter((one) => one instanceof PDFDict),
      content: readContent(node.lookup(PDFName.of("Contents"))),
    })),
    elements: tops.flatMap(withDescendants),
    destinations: new Set(names instanceof PDFDict ? names.keys().map((name) => name.decodeText()) : []),
    xmp: readXmp(catalog.lookup(PDFName.of("Metadata"))),
    expected,
  };
}

/** The items of an array, each looked up; of anything else, itself. */
export function arrayOf(object: PDFObject | undefined): PDFObject[] {
  if (!(object instanceof PDFArray)) return object ? [object] : [];
  return object.asArray().flatMap((_, index) => object.lookup(index) ?? []);
}

function kidsOf(dict: PDFDict): PDFDict[] {
  return arrayOf(dict.lookup(PDFName.of("K"))).filter((kid) => kid instanceof PDFDict);
}

function readElement(dict: PDFDict, parent: StructureElement | undefined): StructureElement[] {
  const type = dict.lookup(PDFName.of("S"));
  if (!(type instanceof PDFName)) return [];
  const children: StructureElement[] = [];
  const element = { type: type.decodeText(), dict, parent, children };
  children.push(...kidsOf(dict).flatMap((kid) => readElement(kid, element)));
  return [element];
}

function withDescendants(element: StructureElement): StructureElement[] {
  return [element, ...element.children.flatMap(withDescendants)];
}

function readContent(contents: PDFObject | undefined): string {
  return arrayOf(contents)
    .map((stream) => (stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : new Uint8Array()))
    .map((bytes) => Buffer.from(bytes).toString("latin1"))
    .join("\n");
}

function readXmp(stream: PDFObject | undefined): XmlRoot | undefined {
  if (!(stream instanceof PDFRawStream)) return undefined;
  try {
    return fromXml(new TextDecoder().decode(decodePDFRawStream(stream).decode()));
  } catch {
    return undefined;
  }
}
