import { PDFArray, type PDFDict, PDFNumber, PDFRawStream } from "@cantoo/pdf-lib";
import { type FontProgram, readFontProgram } from "./font-program.ts";
import { readLiteral } from "./literal.ts";
import { asDict, asText, bytesOf, dictOf, get, has, items, latin1, nameOf, numberOf } from "./objects.ts";
import { readToUnicode } from "./to-unicode.ts";

/** A font of the file, read from its dictionary (ISO 32000-1, 9.5). */
export interface Font {
  readonly dict: PDFDict;
  readonly name: string;
  readonly subtype: string;
  /** The descendant of a composite font, which holds the data below (ISO 32000-1, 9.7.6.2). */
  readonly descendant: PDFDict | undefined;
  /** Returns the character codes of a string token in a content stream. */
  readonly codesIn: (token: string) => number[];
  /** `undefined` without a ToUnicode CMap. */
  readonly unicode: ReadonlyMap<number, string> | undefined;
  /** Reports whether a code maps to a character: U+0000 and byte order marks do not count (ISO 14289-1, 7.21.7). */
  readonly isNamed: (code: number) => boolean;
  /** Returns the glyph of a code, or `undefined` if only the font program could tell. */
  readonly glyphOf: (code: number) => number | undefined;
  /** Returns the width in the dictionary, in thousandths of the font size. */
  readonly widthOf: (code: number) => number | undefined;
  readonly isEmbedded: boolean;
  readonly program: FontProgram | undefined;
}

export function readFont(dict: PDFDict): Font {
  const descendant = asDict(items(dict, "DescendantFonts")[0]);
  const holder = descendant ?? dict;
  const descriptor = dictOf(holder, "FontDescriptor");
  const file = ["FontFile", "FontFile2", "FontFile3"].map((key) => get(descriptor, key)).find(Boolean);
  const stream = get(dict, "ToUnicode");
  const unicode = stream instanceof PDFRawStream ? readToUnicode(latin1(stream)) : undefined;
  const named = new Set([...(unicode ?? [])].filter(([, text]) => isMeaning(text)).map(([code]) => code));
  return {
    dict,
    name: nameOf(dict, "BaseFont") ?? asText(get(dict, "Name")) ?? "without a name",
    subtype: nameOf(dict, "Subtype") ?? "",
    descendant,
    codesIn: descendant ? pairs : bytes,
    unicode,
    isNamed: (code) => named.has(code),
    glyphOf: descendant ? glyphOfCid(descendant) : () => undefined,
    widthOf: descendant ? widthOfCid(descendant) : widthOfCode(dict),
    isEmbedded: file !== undefined,
    program: file && !has(descriptor, "FontFile") ? readFontProgram(bytesOf(file)) : undefined,
  };
}

function isMeaning(text: string): boolean {
  return /^[^\0\uFEFF\uFFFE]+$/u.test(text);
}

/** Returns the one-byte codes of a simple font's string. */
function bytes(token: string): number[] {
  return Array.from(readLiteral(token), (character) => character.charCodeAt(0));
}

/** A string with one two-byte code, such as "<002A>", the browser's most common form. */
const single = /^<[\dA-Fa-f]{4}>$/;

/** Returns the two-byte codes of a string in Identity-H or Identity-V (ISO 32000-1, 9.7.5.2). */
function pairs(token: string): number[] {
  if (single.test(token)) return [Number.parseInt(token.slice(1, 5), 16)];
  const text = readLiteral(token);
  const codes: number[] = [];
  for (let index = 0; index + 1 < text.length; index += 2) {
    codes.push(text.charCodeAt(index) * 256 + text.charCodeAt(index + 1));
  }
  return codes;
}

/** ISO 32000-1, table 117, CIDToGIDMap: a stream with two bytes per CID, or Identity. */
function glyphOfCid(font: PDFDict): Font["glyphOf"] {
  const map = get(font, "CIDToGIDMap");
  if (!(map instanceof PDFRawStream)) return (cid) => cid;
  const glyphs = bytesOf(map);
  return (cid) => (glyphs[cid * 2] ?? 0) * 256 + (glyphs[cid * 2 + 1] ?? 0);
}

/** ISO 32000-1, 9.7.4.3: `c [w1 w2 …]` or `first last w`. */
function widthOfCid(font: PDFDict): Font["widthOf"] {
  const standard = numberOf(font, "DW") ?? 1000;
  const widths = new Map<number, number>();
  const list = items(font, "W");
  for (let index = 0; index < list.length;) {
    const first = toNumber(list[index]);
    const next = list[index + 1];
    if (next instanceof PDFArray) {
      for (const [step, width] of next.asArray().entries()) widths.set(first + step, toNumber(width));
      index += 2;
      continue;
    }
    for (let cid = first; cid <= toNumber(next); cid += 1) widths.set(cid, toNumber(list[index + 2]));
    index += 3;
  }
  return (cid) => widths.get(cid) ?? standard;
}

function widthOfCode(font: PDFDict): Font["widthOf"] {
  const first = numberOf(font, "FirstChar") ?? 0;
  const widths = items(font, "Widths").map(toNumber);
  return (code) => widths[code - first];
}

function toNumber(object: unknown): number {
  return object instanceof PDFNumber ? object.asNumber() : Number.NaN;
}
