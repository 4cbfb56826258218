import { ByteReader, ByteWriter } from "./bytes.ts";
import { boundsOf, componentsIn, Points, readPoints } from "./glyph.ts";
import { writeTriplet } from "./triplet.ts";

/**
 * Returns the transformed `glyf`, which also replaces `loca`: it groups similar data of all glyphs in streams (WOFF2,
 * 5.1).
 */
export function splitGlyphs(glyf: Uint8Array, loca: Uint8Array, isLong: boolean): Uint8Array {
  const places = new ByteReader(loca);
  const count = loca.length / (isLong ? 4 : 2) - 1;
  const place = (): number => (isLong ? places.uint32() : places.uint16() * 2);
  const parts = new Parts(count);
  let start = place();
  for (let glyph = 0; glyph < count; glyph += 1) {
    const end = place();
    if (end > start) splitGlyph(glyph, new ByteReader(glyf.subarray(start, end)), parts);
    else parts.contours.uint16(0);
    start = end;
  }
  return parts.join(count, isLong);
}

class Parts {
  readonly contours = new ByteWriter();
  readonly counts = new ByteWriter();
  readonly flags = new ByteWriter();
  readonly points = new ByteWriter();
  readonly components = new ByteWriter();
  readonly bounds = new ByteWriter();
  readonly instructions = new ByteWriter();
  /** The current glyph. */
  readonly outline = new Points();
  readonly hasBounds: Uint8Array;
  readonly overlaps: Uint8Array;

  constructor(count: number) {
    this.hasBounds = new Uint8Array(Math.floor((count + 31) / 32) * 4);
    this.overlaps = new Uint8Array(Math.floor((count + 7) / 8));
  }

  join(count: number, isLong: boolean): Uint8Array {
    const overlaps = this.overlaps.some((byte) => byte !== 0);
    const bounds = new ByteWriter();
    bounds.bytes(this.hasBounds);
    bounds.bytes(this.bounds.done());
    const all = [this.contours, this.counts, this.flags, this.points, this.components, bounds, this.instructions];
    const writer = new ByteWriter();
    writer.uint16(0);
    writer.uint16(overlaps ? 1 : 0);
    writer.uint16(count);
    writer.uint16(isLong ? 1 : 0);
    for (const { length } of all) writer.uint32(length);
    for (const part of all) writer.bytes(part.done());
    if (overlaps) writer.bytes(this.overlaps);
    return writer.done();
  }
}

function splitGlyph(glyph: number, reader: ByteReader, parts: Parts): void {
  const contours = reader.int16();
  const bounds = Array.from({ length: 4 }, () => reader.int16());
  parts.contours.uint16(contours);
  if (contours < 0) {
    const { bytes, hasInstructions } = componentsIn(reader);
    parts.components.bytes(bytes);
    setBounds(glyph, bounds, parts);
    if (hasInstructions) splitInstructions(reader, parts);
    return;
  }
  let last = -1;
  for (let index = 0; index < contours; index += 1) {
    const end = reader.uint16();
    parts.counts.short255(end - last);
    last = end;
  }
  const instructions = reader.take(reader.uint16());
  const { outline } = parts;
  const overlaps = readPoints(reader, last + 1, outline);
  let beforeX = 0;
  let beforeY = 0;
  for (let index = 0; index < outline.count; index += 1) {
    const x = outline.xs[index] ?? 0;
    const y = outline.ys[index] ?? 0;
    writeTriplet(x - beforeX, y - beforeY, outline.on[index] === 1, parts.flags, parts.points);
    beforeX = x;
    beforeY = y;
  }
  parts.points.short255(instructions.length);
  parts.instructions.bytes(instructions);
  if (boundsOf(outline).some((value, index) => value !== bounds[index])) setBounds(glyph, bounds, parts);
  if (overlaps) setBit(parts.overlaps, glyph);
}

function splitInstructions(reader: ByteReader, parts: Parts): void {
  const instructions = reader.take(reader.uint16());
  parts.points.short255(instructions.length);
  parts.instructions.bytes(instructions);
}

function setBounds(glyph: number, bounds: readonly number[], parts: Parts): void {
  setBit(parts.hasBounds, glyph);
  for (const value of bounds) parts.bounds.uint16(value);
}

function setBit(bitmap: Uint8Array, index: number): void {
  bitmap[index >> 3] = (bitmap[index >> 3] ?? 0) | (128 >> (index & 7));
}
