import { brotliDecompressSync } from "node:zlib";
import { limits } from "../../model/limits.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { type Entry, headerLength, readEntry, signature } from "./directory.ts";
import { joinGlyphs, type JoinedGlyphs } from "./join-glyphs.ts";
import { writeSfnt } from "./sfnt.ts";

/**
 * Decodes the Web Open Font Format 2.0 (https://www.w3.org/TR/WOFF2/) to a plain OpenType font. Collections are not
 * supported.
 */
export function decodeWoff2(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const reader = new ByteReader(bytes);
  if (reader.uint32() !== signature) throw new Error("The font is not a WOFF 2.");
  const flavor = reader.uint32();
  reader.offset = 12;
  const count = reader.uint16();
  reader.offset = 20;
  const compressed = reader.uint32();
  reader.offset = headerLength;
  const entries = Array.from({ length: count }, () => readEntry(reader));
  const data = new ByteReader(brotliDecompressSync(reader.take(compressed), { maxOutputLength: limits.fontBytes }));
  const stored = new Map<string, Entry & { readonly data: Uint8Array }>();
  for (const entry of entries) stored.set(entry.tag, { ...entry, data: data.take(entry.stored) });
  const tables = new Map(Array.from(stored, ([tag, entry]) => [tag, entry.data]));
  const outlines = stored.get("glyf");
  const glyphs = outlines?.isTransformed ? joinGlyphs(outlines.data) : undefined;
  if (glyphs) {
    tables.set("glyf", glyphs.glyf);
    tables.set("loca", glyphs.loca);
  }
  const metrics = stored.get("hmtx");
  if (metrics?.isTransformed && glyphs) {
    const measured = new ByteReader(tables.get("hhea") ?? new Uint8Array(36), 34).uint16();
    tables.set("hmtx", joinMetrics(metrics.data, measured, glyphs));
  }
  return writeSfnt({ flavor, tables });
}

/** Restores the transformed `hmtx` (WOFF2, 5.4), which omits side bearings equal to the glyphs' left edges. */
function joinMetrics(data: Uint8Array, measured: number, { lefts }: JoinedGlyphs): Uint8Array {
  const reader = new ByteReader(data);
  const flags = reader.uint8();
  const widths = Array.from({ length: measured }, () => reader.uint16());
  const writer = new ByteWriter();
  for (const [glyph, left] of lefts.entries()) {
    const isMeasured = glyph < measured;
    if (isMeasured) writer.uint16(widths[glyph] ?? 0);
    const isLeftOut = (flags & (isMeasured ? 1 : 2)) !== 0;
    writer.uint16(isLeftOut ? left : reader.int16());
  }
  return writer.done();
}
