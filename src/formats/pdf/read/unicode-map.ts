import { decodePDFRawStream, type PDFDict, PDFName, PDFRawStream } from "@cantoo/pdf-lib";

/** What each character code of a font means, from its ToUnicode map (ISO 32000-1, 9.10.3). */
export function readUnicodeMap(font: PDFDict): Map<number, string> {
  const map = new Map<number, string>();
  const stream = font.lookup(PDFName.of("ToUnicode"));
  if (!(stream instanceof PDFRawStream)) return map;
  const source = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
  for (const [, block = ""] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = "", text = ""] of block.matchAll(/<(\w+)>\s*<(\w*)>/g)) {
      map.set(Number.parseInt(code, 16), fromUtf16(text));
    }
  }
  for (const [, block = ""] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = "", to = "", text = ""] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w*)>/g)) {
      const first = Number.parseInt(from, 16);
      const point = fromUtf16(text).codePointAt(0) ?? 0;
      for (let code = first; code <= Number.parseInt(to, 16); code += 1) {
        map.set(code, String.fromCodePoint(point + code - first));
      }
    }
  }
  return map;
}

/** Codes of a font are two bytes long where it is composed of others, as the browser's are, and one byte else. */
export function bytesOfCode(font: PDFDict): 1 | 2 {
  return font.get(PDFName.of("Subtype")) === PDFName.of("Type0") ? 2 : 1;
}

/** The codes in the hexadecimal text of a string. */
export function readCodes(hex: string, bytes: 1 | 2): number[] {
  return (hex.match(bytes === 2 ? /.{4}/g : /../g) ?? []).map((code) => Number.parseInt(code, 16));
}

function fromUtf16(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

/** Most entries in one list (Adobe Technical Note 5411, 1.4.1). */
const mostEntries = 100;

/** The source of a ToUnicode map (ISO 32000-1, 9.10.3). */
export function writeUnicodeMap(map: ReadonlyMap<number, string>, bytes: 1 | 2): string {
  const hex = (code: number): string => code.toString(16).padStart(bytes * 2, "0");
  const entries = [...map].toSorted(([a], [b]) => a - b).map(([code, text]) => `<${hex(code)}> <${toUtf16(text)}>`);
  const lists = Array.from({ length: Math.ceil(entries.length / mostEntries) }, (_, index) =>
    entries.slice(index * mostEntries, (index + 1) * mostEntries),
  );
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    `1 begincodespacerange\n<${hex(0)}> <${hex(256 ** bytes - 1)}>\nendcodespacerange`,
    ...lists.map((list) => `${list.length} beginbfchar\n${list.join("\n")}\nendbfchar`),
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
  ].join("\n");
}

function toUtf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, "0")).join(
    "",
  );
}
