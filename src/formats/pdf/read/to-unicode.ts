import { readOperations } from "./content-stream.ts";

/** Reads a ToUnicode CMap: the text of each character code (ISO 32000-1, 9.10.3). */
export function readToUnicode(cmap: string): ReadonlyMap<number, string> {
  const meanings = new Map<number, string>();
  for (const { operator, operands } of readOperations(cmap)) {
    if (operator === "endbfchar") readCharacters(operands, meanings);
    else if (operator === "endbfrange") readRanges(operands, meanings);
  }
  return meanings;
}

function readCharacters(operands: readonly string[], meanings: Map<number, string>): void {
  for (let index = 0; index + 1 < operands.length; index += 2) {
    meanings.set(toCode(operands[index]), toText(operands[index + 1]));
  }
}

/** Reads ranges: first code, last code, and the text of the first or an array of all texts. */
function readRanges(operands: readonly string[], meanings: Map<number, string>): void {
  for (let index = 0; index + 2 < operands.length;) {
    const first = toCode(operands[index]);
    const last = toCode(operands[index + 1]);
    const isList = operands[index + 2] === "[";
    const start = toText(operands[index + 2]);
    for (let code = first; code <= last; code += 1) {
      meanings.set(code, isList ? toText(operands[index + 3 + code - first]) : later(start, code - first));
    }
    index = isList ? operands.indexOf("]", index) + 1 : index + 3;
  }
}

/** Increments the last character: codes in a range differ only in the last byte. */
function later(text: string, steps: number): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + steps);
}

function toCode(token = ""): number {
  return Number.parseInt(token.replaceAll(/[<>\s]/g, ""), 16);
}

/** Decodes UTF-16BE in hexadecimal digits. */
function toText(token = ""): string {
  const units = token.replaceAll(/[<>\s]/g, "").match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

/** The most entries per block (Adobe Technical Note 5411, 1.4.1). */
const mostEntries = 100;

/** Returns the source of a ToUnicode CMap (ISO 32000-1, 9.10.3). */
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
