import { type PDFDict, PDFName } from "@cantoo/pdf-lib";
import { get, latin1 } from "./objects.ts";
import { readToUnicode } from "./to-unicode.ts";

/** What each character code of a font means; nothing where its dictionary does not tell. */
export function readUnicodeMap(font: PDFDict): ReadonlyMap<number, string> {
  return readToUnicode(latin1(get(font, "ToUnicode")));
}

/** Codes of a font are two bytes long where it is composed of others, as the browser's are, and one byte else. */
export function bytesOfCode(font: PDFDict): 1 | 2 {
  return font.get(PDFName.of("Subtype")) === PDFName.of("Type0") ? 2 : 1;
}

/** The codes in the hexadecimal text of a string. */
export function readCodes(hex: string, bytes: 1 | 2): number[] {
  return (hex.match(bytes === 2 ? /.{4}/g : /../g) ?? []).map((code) => Number.parseInt(code, 16));
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
