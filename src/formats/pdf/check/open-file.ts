import { ParseSpeeds, PDFDict, PDFDocument, type PDFObject, PDFRawStream } from "@cantoo/pdf-lib";
import type { Root as XmlRoot } from "xast";
import { fromXml } from "xast-util-from-xml";
import type { PdfStandard } from "../../../model/pdf-standard.ts";
import type { ContentsEntry } from "../../../model/publication.ts";
import type { Font } from "../read/font.ts";
import { type Fonts, PageReader } from "../read/page-reader.ts";
import { marksOf } from "../read/pages.ts";
import { parentsOf } from "../read/parent-tree.ts";
import { bytesOf, dictOf, everyObject, get, items, latin1 } from "../read/objects.ts";
import type { Sequence } from "../read/sequence.ts";
import { isStandardType } from "../read/standard-types.ts";
import { readStructure, roleOf, type StructureElement } from "../read/structure.ts";

/** What a PDF must declare, according to its publication. */
export interface PdfExpectation {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** `undefined` if the date of the last change is unknown. */
  readonly modified: Date | undefined;
  readonly outline: readonly ContentsEntry[];
  /** Whether every image has a description; if not, the file must not claim PDF/UA. Default: true. */
  readonly describesImages?: boolean;
}

/** A finished PDF, parsed once for all checks. */
export interface PdfFile {
  readonly standard: PdfStandard;
  readonly expected: PdfExpectation;
  readonly bytes: Uint8Array;
  readonly document: PDFDocument;
  readonly catalog: PDFDict;
  /** The information dictionary, if there is one. */
  readonly information: PDFDict | undefined;
  /** Every object of the file, including nested ones. */
  readonly objects: readonly PDFObject[];
  /** All dictionaries, including those of streams. */
  readonly dicts: readonly PDFDict[];
  readonly pages: readonly PdfPage[];
  /** Returns the page of a dictionary. */
  readonly pageOf: (dict: PDFDict | undefined) => PdfPage | undefined;
  /** In reading order. */
  readonly elements: readonly StructureElement[];
  /** The element of each piece of marked content of a page, and of each annotation (ISO 32000-1, 14.7.4.4). */
  readonly parents: ReadonlyMap<number, PDFObject>;
  /** Every font in which a page shows text, with the character codes shown. */
  readonly fonts: readonly { readonly font: Font; readonly codes: ReadonlySet<number> }[];
  /** The XMP packet, if any: as written, and parsed if it is well-formed. */
  readonly packet: string | undefined;
  readonly xmp: XmlRoot | undefined;
}

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly dict: PDFDict;
  readonly annotations: readonly PDFDict[];
  readonly content: PageReader;
  /** Marked content by number; for duplicate numbers, the last one. */
  readonly marks: ReadonlyMap<number, Sequence>;
}

/** @throws whatever pdf-lib throws for bytes that are not a PDF. */
export async function openFile(bytes: Uint8Array, expected: PdfExpectation, standard: PdfStandard): Promise<PdfFile> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    // Otherwise pdf-lib waits for a timer after every hundred objects, a second and a half for 600 pages.
    parseSpeed: ParseSpeeds.Fastest,
    throwOnInvalidObject: true,
    ignoreEncryption: true,
  });
  const { catalog, context } = document;
  const root = dictOf(catalog, "StructTreeRoot");
  const roles = dictOf(root, "RoleMap");
  const fonts: Fonts = new Map();
  const pages = document.getPages().map(({ node }, index) => readPage(node, index + 1, fonts));
  const byDict = new Map(pages.map((page) => [page.dict, page]));
  const objects = everyObject(document);
  const packet = get(catalog, "Metadata");
  const metadata = packet instanceof PDFRawStream ? new TextDecoder().decode(bytesOf(packet)) : undefined;
  return {
    standard,
    expected,
    bytes,
    document,
    catalog,
    information: context.lookupMaybe(context.trailerInfo.Info, PDFDict),
    objects,
    dicts: objects.flatMap((object) => {
      if (object instanceof PDFRawStream) return [object.dict];
      return object instanceof PDFDict ? [object] : [];
    }),
    pages,
    pageOf: (dict) => (dict ? byDict.get(dict) : undefined),
    elements: readStructure(
      root,
      (type, namespace) => roleOf(roles, type, (name) => isStandardType(standard, name, namespace)).name,
    ),
    parents: parentsOf(root),
    fonts: collectFonts(pages),
    packet: metadata,
    xmp: metadata === undefined ? undefined : parse(metadata),
  };
}

function readPage(dict: PDFDict, number: number, fonts: Fonts): PdfPage {
  const content = new PageReader(dictOf(dict, "Resources"), undefined, fonts);
  content.read(items(dict, "Contents").map(latin1).join("\n"));
  return {
    number,
    dict,
    annotations: items(dict, "Annots").filter((annotation) => annotation instanceof PDFDict),
    content,
    marks: marksOf(content),
  };
}

function collectFonts(pages: readonly PdfPage[]): PdfFile["fonts"] {
  const found = new Map<PDFDict, { font: Font; codes: Set<number> }>();
  for (const { content } of pages) {
    for (const [dict, { font, codes }] of content.shown.byFont) {
      const all = found.get(dict) ?? { font, codes: new Set() };
      found.set(dict, all);
      for (const code of codes) all.codes.add(code);
    }
  }
  return [...found.values()];
}

function parse(packet: string): XmlRoot | undefined {
  try {
    return fromXml(packet);
  } catch {
    return undefined;
  }
}
