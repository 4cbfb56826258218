import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFString,
} from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/**
 * The structure tree of a PDF for people: a line for each element with what it says of itself and its text, what it
 * holds indented below it. Elements that mean nothing are left out, and where on its page something stands.
 */
export async function printTree(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const texts = await textsOf(bytes);
  const root = document.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  return kidsOf(root)
    .flatMap((kid) => linesOf(kid, { document, texts, page: undefined }))
    .map((line) => `${line}\n`)
    .join("");
}

interface Reading {
  readonly document: PDFDocument;
  /** By page and number of the marked content. */
  readonly texts: ReadonlyMap<string, string>;
  readonly page: PDFDict | undefined;
}

function linesOf(kid: PDFObject, reading: Reading): string[] {
  if (kid instanceof PDFNumber) return shown(textAt(reading, reading.page, kid));
  if (!(kid instanceof PDFDict)) return [];
  const type = kid.lookup(PDFName.of("S"));
  if (!(type instanceof PDFName)) {
    const page = kid.lookup(PDFName.of("Pg")) ?? reading.page;
    return shown(textAt(reading, page, kid.lookup(PDFName.of("MCID"))));
  }
  const page = kid.lookup(PDFName.of("Pg"));
  const inside = kidsOf(kid).flatMap((entry) =>
    linesOf(entry, page instanceof PDFDict ? { ...reading, page } : reading),
  );
  if (type.decodeText() === "NonStruct" && !kid.has(PDFName.of("Lang"))) return inside;
  const head = [type.decodeText(), ...sayings(kid)].join(" ");
  return inside.every((line) => line.startsWith('"'))
    ? [[head, ...joined(inside)].join(" ")]
    : [head, ...inside.map((line) => `  ${line}`)];
}

function joined(texts: readonly string[]): string[] {
  const text = texts.map((piece) => piece.slice(1, -1)).join("");
  return text.trim() === "" ? [] : [`"${text.replaceAll(/\s+/g, " ").trim()}"`];
}

function shown(text: string): string[] {
  return text.trim() === "" ? [] : [`"${text.replaceAll(/\s+/g, " ")}"`];
}

/** What an element says beside its type. */
function sayings(dict: PDFDict): string[] {
  const texts = ["Lang", "Alt", "E", "ID"].flatMap((key) => {
    const value = dict.lookup(PDFName.of(key));
    return value instanceof PDFString || value instanceof PDFHexString ? [`${key}=${value.decodeText()}`] : [];
  });
  const attributes = arrayOf(dict.lookup(PDFName.of("A"))).flatMap((object) =>
    object instanceof PDFDict ? object.entries() : [],
  );
  const values = attributes.flatMap(([key, value]) => {
    if (key === PDFName.of("O")) return [];
    if (key === PDFName.of("BBox")) return ["BBox"];
    return [`${key.decodeText()}=${arrayOf(value).map(plain).join(",")}`];
  });
  const links = kidsOf(dict).flatMap((kid) => {
    const annotation = kid instanceof PDFDict ? kid.lookup(PDFName.of("Obj")) : undefined;
    return annotation instanceof PDFDict ? [`to=${targetOf(annotation)}`] : [];
  });
  return [...texts, ...values, ...new Set(links)];
}

function targetOf(annotation: PDFDict): string {
  const action = annotation.lookup(PDFName.of("A"));
  return plain(action instanceof PDFDict ? action.lookup(PDFName.of("URI")) : annotation.lookup(PDFName.of("Dest")));
}

function plain(object: PDFObject | undefined): string {
  if (object instanceof PDFString || object instanceof PDFHexString || object instanceof PDFName) {
    return object.decodeText();
  }
  return object?.toString() ?? "";
}

function kidsOf(dict: PDFDict): PDFObject[] {
  return arrayOf(dict.lookup(PDFName.of("K")));
}

function arrayOf(object: PDFObject | undefined): PDFObject[] {
  if (!(object instanceof PDFArray)) return object ? [object] : [];
  return object.asArray().flatMap((_, index) => object.lookup(index) ?? []);
}

function textAt({ document, texts }: Reading, page: PDFObject | undefined, number: PDFObject | undefined): string {
  const index = document.getPages().findIndex(({ node }) => node === page);
  return texts.get(`${index} ${String(number)}`) ?? "";
}

async function textsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  for (let index = 0; index < document.numPages; index += 1) {
    const page = await document.getPage(index + 1);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const open: string[] = [];
    for (const item of items) {
      if ("str" in item) {
        const number = open.findLast((text) => text !== "");
        const key = `${index} ${number ?? ""}`;
        const space = item.hasEOL ? " " : "";
        if (number !== undefined) texts.set(key, (texts.get(key) ?? "") + item.str + space);
      } else if (item.type === "endMarkedContent") open.pop();
      else open.push(/_mc(\d+)$/.exec("id" in item && typeof item.id === "string" ? item.id : "")?.[1] ?? "");
    }
  }
  return texts;
}
