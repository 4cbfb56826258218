/** Glyph data of an embedded TrueType or OpenType font program. */
export interface FontProgram {
  readonly glyphCount: number;
  /** Returns a glyph's width in thousandths of the font size (ISO 32000-1, 9.2.4). */
  readonly widthOf: (glyph: number) => number;
}

/**
 * Reads the tables `head`, `maxp`, `hhea` and `hmtx` (ISO/IEC 14496-22). Returns `undefined` for other font programs.
 */
export function readFontProgram(bytes: Uint8Array): FontProgram | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = readTables(view);
  const [head, maxp, hhea, hmtx] = ["head", "maxp", "hhea", "hmtx"].map((tag) => tables.get(tag));
  if (head === undefined || maxp === undefined || hhea === undefined || hmtx === undefined) return undefined;
  const unitsPerEm = view.getUint16(head + 18);
  const measured = view.getUint16(hhea + 34);
  return {
    glyphCount: view.getUint16(maxp + 4),
    // Glyphs after the last measured one have its width.
    widthOf: (glyph) => (view.getUint16(hmtx + Math.min(glyph, measured - 1) * 4) * 1000) / unitsPerEm,
  };
}

/** Returns the offset of each table. */
function readTables(view: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  if (view.byteLength < 12 || ![0x00_01_00_00, 0x74_72_75_65, 0x4f_54_54_4f].includes(view.getUint32(0))) return tables;
  const count = view.getUint16(4);
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(entry + index)));
    tables.set(tag, view.getUint32(entry + 8));
  }
  return tables;
}
