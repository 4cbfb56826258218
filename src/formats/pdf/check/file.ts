import { PDFArray, PDFHexString, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { type Check, type Finding, unless } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { asName, get, has, items } from "../read/objects.ts";

/** Checks for the file's syntax: bytes, objects and streams. */
export const fileChecks: readonly Check[] = [
  {
    checkpoint: "6.1.2-1",
    clause: { "ua-1": "ISO 19005-2, 6.1.2", "ua-2": "ISO 19005-4, 6.1.2" },
    what: "The header does not name the PDF version of the standard.",
    find: ({ bytes, standard }) =>
      unless(latin1(bytes, 0, 9) === (standard === "ua-1" ? "%PDF-1.7\n" : "%PDF-2.0\n"), {
        detail: `It is "${latin1(bytes, 0, 8)}".`,
      }),
  },
  {
    checkpoint: "6.1.2-2",
    clause: { "ua-1": "ISO 19005-2, 6.1.2", "ua-2": "ISO 19005-4, 6.1.2" },
    what: "The header is not followed by a comment of four bytes above 127.",
    find: ({ bytes }) => unless(/^%[\u0080-\u00FF]{4}/.test(latin1(bytes, 9, 14))),
  },
  {
    checkpoint: "6.1.3-1",
    clause: { "ua-1": "ISO 19005-2, 6.1.3", "ua-2": "ISO 19005-4, 6.1.3" },
    what: "The file has no identifier.",
    find: ({ document: { context } }) => unless(isIdentifier(context.trailerInfo.ID)),
  },
  {
    checkpoint: "6.1.3-2",
    clause: { "ua-1": "ISO 19005-2, 6.1.3", "ua-2": "ISO 19005-4, 6.1.3" },
    what: "The file is encrypted.",
    find: ({ document: { context } }) => unless(!context.trailerInfo.Encrypt),
  },
  {
    checkpoint: "6.1.3-3",
    clause: { "ua-1": "ISO 19005-2, 6.1.3", "ua-2": "ISO 19005-4, 6.1.3" },
    what: "The end of the file is missing, or something follows it.",
    find: ({ bytes }) => unless(/%%EOF(?:\r\n|\r|\n)?$/.test(latin1(bytes, bytes.length - 8))),
  },
  {
    checkpoint: "6.1.6-1",
    clause: { "ua-1": "ISO 19005-2, 6.1.6", "ua-2": "ISO 19005-4, 6.1.5" },
    what: "A hexadecimal string has an odd number of digits, or other characters.",
    find: ({ objects }) =>
      objects
        .filter((object) => object instanceof PDFHexString)
        .map((text) => text.asString().replaceAll(/\s/g, ""))
        .filter((digits) => !/^(?:[\dA-Fa-f]{2})*$/.test(digits))
        .map((digits) => ({ where: `<${digits.slice(0, 40)}>` })),
  },
  {
    checkpoint: "6.1.7-1",
    clause: { "ua-1": "ISO 19005-2, 6.1.7", "ua-2": "ISO 19005-4, 6.1.6.1" },
    what: "The length of a stream differs from the one that it declares.",
    find: ({ bytes }) => findWrongLengths(latin1(bytes, 0)),
  },
  {
    checkpoint: "6.1.7-3",
    clause: { "ua-1": "ISO 19005-2, 6.1.7", "ua-2": "ISO 19005-4, 6.1.6.1" },
    what: "A stream has its data in another file.",
    find: ({ objects }) =>
      objects
        .filter((object) => object instanceof PDFRawStream)
        .filter(({ dict }) => ["F", "FFilter", "FDecodeParms"].some((key) => has(dict, key)))
        .map(() => ({})),
  },
  {
    checkpoint: "6.1.7-4",
    clause: { "ua-1": "ISO 19005-2, 6.1.7", "ua-2": "ISO 19005-4, 6.1.6.2" },
    what: "A stream uses a filter that is not allowed.",
    find: findFilters,
  },
  {
    checkpoint: "6.1.8-1",
    clause: { "ua-1": "ISO 19005-2, 6.1.8", "ua-2": "ISO 19005-4, 6.1.7" },
    what: "The name of a font or of a structure type is not UTF-8.",
    find: ({ dicts }) =>
      dicts
        .flatMap((dict) => [get(dict, "BaseFont"), has(dict, "K") ? get(dict, "S") : undefined])
        .filter((name) => name instanceof PDFName && !isUtf8(name.asBytes()))
        .map((name) => ({ where: String(name) })),
  },
  {
    checkpoint: "6.1.9-1",
    clause: { "ua-1": "ISO 19005-2, 6.1.9", "ua-2": "ISO 19005-4, 6.1.8" },
    what: "An object does not begin and end on lines of its own.",
    find: ({ bytes }) =>
      objectsOf(latin1(bytes, 0))
        .filter(({ begin }) => !/^[\r\n]\d+ \d+ obj[\r\n]/.test(begin))
        .map(({ begin }) => ({ where: begin.trim() })),
  },
  {
    checkpoint: "6.1.10-1",
    clause: { "ua-1": "ISO 19005-2, 6.1.10", "ua-2": "ISO 19005-4, 6.1.9" },
    what: "An inline image uses a filter that is not allowed.",
    find: ({ pages }) =>
      pages
        .filter(({ content }) => [...content.vocabulary.inlineFilters].some((name) => !inlineAllowed.has(name)))
        .map(({ number }) => ({ where: `page ${number}` })),
  },
];

const allowed = new Set(
  `ASCIIHexDecode ASCII85Decode FlateDecode RunLengthDecode CCITTFaxDecode JBIG2Decode DCTDecode JPXDecode`.split(" "),
);
const inlineAllowed = new Set([...allowed, "AHx", "A85", "Fl", "RL", "CCF", "DCT"]);

function findFilters({ objects }: PdfFile): Finding[] {
  const streams = objects.filter((object) => object instanceof PDFRawStream);
  const filters = streams.flatMap(({ dict }) => items(dict, "Filter").map((filter) => asName(filter) ?? ""));
  return filters.filter((filter) => !allowed.has(filter)).map((filter) => ({ detail: `It is ${filter}.` }));
}

function isUtf8(bytes: Uint8Array): boolean {
  return !new TextDecoder().decode(bytes).includes("\uFFFD");
}

/** Reports whether `object` is an array of two non-empty strings (ISO 32000-1, 14.4). */
function isIdentifier(object: unknown): boolean {
  return object instanceof PDFArray && object.size() === 2 && object.asArray().every((part) => String(part).length > 2);
}

interface WrittenObject {
  /** From the character before the object number to the character after "obj". */
  readonly begin: string;
  /** The offset of the object number. */
  readonly at: number;
}

/** Returns the objects in file order, without those in object streams. */
function objectsOf(text: string): WrittenObject[] {
  const found: WrittenObject[] = [];
  const begin = /[^\d]\d+[ \r\n\t]+\d+[ \r\n\t]+obj[^]/g;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    found.push({ begin: match[0], at: match.index });
    const end = text.indexOf("endobj", begin.lastIndex);
    const stream = text.slice(begin.lastIndex, end).search(/>>\s*stream\r?\n/);
    if (stream >= 0) begin.lastIndex = text.indexOf("endstream", begin.lastIndex + stream);
    else if (end >= 0) begin.lastIndex = end;
  }
  return found;
}

/** If a stream gives its length directly, `endstream` must follow there. */
function findWrongLengths(text: string): Finding[] {
  return objectsOf(text).flatMap(({ begin, at }) => {
    const [head = ""] = /^[^]{0,4000}?>>\s*stream\r?\n/.exec(text.slice(at, at + 4000)) ?? [];
    const [, length] = /\/Length (\d+)(?! \d+ R)/.exec(head) ?? [];
    if (length === undefined || head.includes("endobj")) return [];
    const end = at + head.length + Number(length);
    return unless(/^(?:\r\n|\r|\n)?endstream/.test(text.slice(end, end + 11)), { where: begin.trim() });
  });
}

function latin1(bytes: Uint8Array, start: number, end?: number): string {
  return Buffer.from(bytes.subarray(Math.max(start, 0), end)).toString("latin1");
}
