import { inflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";

// Short helpers for PDF objects (ISO 32000-1, 7.3), which keep the checks readable.

/** Returns a name object; pdf-lib would decode the text on each lookup. */
export function toName(text: string): PDFName {
  const earlier = known.get(text);
  if (earlier) return earlier;
  const name = PDFName.of(text);
  // Offprint looks up few names; those of arbitrary files are not cached indefinitely.
  if (known.size < mostNames) known.set(text, name);
  return name;
}

const known = new Map<string, PDFName>();

const mostNames = 1000;

/** Returns the value of a key, dereferenced. */
export function get(dict: PDFDict | undefined, key: string): PDFObject | undefined {
  return dict?.lookup(toName(key));
}

export function has(dict: PDFDict | undefined, key: string): boolean {
  return dict?.has(toName(key)) ?? false;
}

/** Returns the dictionary under a key, or that of a stream there. */
export function dictOf(dict: PDFDict | undefined, key: string): PDFDict | undefined {
  return asDict(get(dict, key));
}

export function asDict(object: PDFObject | undefined): PDFDict | undefined {
  if (object instanceof PDFStream) return object.dict;
  return object instanceof PDFDict ? object : undefined;
}

/** Returns the name under a key, without its slash. */
export function nameOf(dict: PDFDict | undefined, key: string): string | undefined {
  return asName(get(dict, key));
}

export function asName(object: PDFObject | undefined): string | undefined {
  if (!(object instanceof PDFName)) return undefined;
  const text = decoded.get(object) ?? object.decodeText();
  decoded.set(object, text);
  return text;
}

/** pdf-lib has one object per name, but decodes it on each access. */
const decoded = new WeakMap<PDFName, string>();

export function numberOf(dict: PDFDict | undefined, key: string): number | undefined {
  const value = get(dict, key);
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** Returns the text string under a key. */
export function textOf(dict: PDFDict | undefined, key: string): string | undefined {
  return asText(get(dict, key));
}

export function asText(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}

/** Returns the dereferenced items of an array, or any other object as a single item. */
export function listOf(object: PDFObject | undefined): PDFObject[] {
  if (!(object instanceof PDFArray)) return object ? [object] : [];
  return object.asArray().flatMap((_, index) => object.lookup(index) ?? []);
}

/** Returns the items of the array under a key, or the single object there. */
export function items(dict: PDFDict | undefined, key: string): PDFObject[] {
  return listOf(get(dict, key));
}

/** Returns the decoded data of a stream; empty if there is none. */
export function bytesOf(object: PDFObject | undefined): Uint8Array {
  if (!(object instanceof PDFRawStream)) return new Uint8Array();
  const { dict } = object;
  const isFlate = nameOf(dict, "Filter") === "FlateDecode" && !has(dict, "DecodeParms");
  const contents = isFlate ? inflated(object.getContents()) : undefined;
  return contents ?? decodePDFRawStream(object).decode();
}

/** Inflates with zlib, many times faster than in JavaScript. Returns `undefined` for damaged data. */
function inflated(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(bytes);
  } catch {
    return undefined;
  }
}

/** Returns the same as `bytesOf`, with one character per byte. */
export function latin1(object: PDFObject | undefined): string {
  return Buffer.from(bytesOf(object)).toString("latin1");
}

/** Returns every object of a file, including nested ones and dictionary keys; each name only once. */
export function everyObject(document: PDFDocument): PDFObject[] {
  const found: PDFObject[] = [];
  const names = new Set<PDFName>();
  const open = document.context.enumerateIndirectObjects().map(([, object]) => object);
  for (const entry of ["ID", "Info", "Encrypt"] as const) {
    const object = document.context.trailerInfo[entry];
    if (object) open.push(object);
  }
  for (let object = open.pop(); object; object = open.pop()) {
    if (object instanceof PDFName) names.add(object);
    else if (!(object instanceof PDFRef)) found.push(object);
    if (object instanceof PDFArray) for (const item of object.asArray()) open.push(item);
    for (const [key, value] of asDict(object)?.entries() ?? []) {
      names.add(key);
      open.push(value);
    }
  }
  return [...found, ...names];
}

/** Returns the objects that an array, a dictionary or a stream contains or refers to. */
export function partsOf(object: PDFObject | undefined): PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  if (object instanceof PDFDict) return object.values();
  return object instanceof PDFStream ? object.dict.values() : [];
}
