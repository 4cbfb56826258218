import { ByteReader } from "./bytes.ts";
import { readSfnt } from "./sfnt.ts";

/** Returns the code points for which a plain OpenType font has glyphs (OpenType, `cmap`, formats 4 and 12). */
export function codePointsOf(font: Uint8Array): ReadonlySet<number> {
  const cmap = readSfnt(font).tables.get("cmap");
  const found = new Set<number>();
  if (!cmap) return found;
  const reader = new ByteReader(cmap, 2);
  const offsets = Array.from({ length: reader.uint16() }, () => {
    reader.offset += 4;
    return reader.uint32();
  });
  for (const offset of new Set(offsets)) {
    const format = new ByteReader(cmap, offset).uint16();
    if (format === 4) readSegments(cmap, offset, found);
    else if (format === 12) readGroups(cmap, offset, found);
  }
  return found;
}

/** Reads format 4: segments of the first 65,536 characters, each mapped by an offset or a glyph list. */
function readSegments(cmap: Uint8Array, offset: number, found: Set<number>): void {
  const double = new ByteReader(cmap, offset + 6).uint16();
  const column = (number: number, segment: number): ByteReader =>
    new ByteReader(cmap, offset + 14 + number * double + (number > 0 ? 2 : 0) + segment * 2);
  for (let segment = 0; segment < double / 2; segment += 1) {
    const last = column(0, segment).uint16();
    const first = column(1, segment).uint16();
    const distance = column(2, segment).uint16();
    const list = column(3, segment);
    const from = list.offset;
    const range = list.uint16();
    for (let code = first; code <= last && code < 0xff_ff; code += 1) {
      const glyph =
        range === 0 ? (code + distance) & 0xff_ff : new ByteReader(cmap, from + range + (code - first) * 2).uint16();
      if (glyph !== 0) found.add(code);
    }
  }
}

/** Reads format 12: groups of characters with consecutive glyphs. */
function readGroups(cmap: Uint8Array, offset: number, found: Set<number>): void {
  const reader = new ByteReader(cmap, offset + 12);
  for (let count = reader.uint32(); count > 0; count -= 1) {
    const [first, last, glyph] = [reader.uint32(), reader.uint32(), reader.uint32()];
    for (let code = first; code <= last; code += 1) if (glyph + code - first !== 0) found.add(code);
  }
}
