import { ByteReader, ByteWriter } from "./bytes.ts";
import { boundsOf, componentsIn, Points, writePoints } from "./glyph.ts";
import { readTriplet, type Step } from "./triplet.ts";

export interface JoinedGlyphs {
  readonly glyf: Uint8Array;
  readonly loca: Uint8Array;
  /** The left edge of each glyph. */
  readonly lefts: readonly number[];
}

/** The streams of the transformed `glyf`, each for all glyphs (WOFF2, 5.1). */
interface Parts {
  readonly contours: ByteReader;
  readonly counts: ByteReader;
  readonly flags: ByteReader;
  readonly points: ByteReader;
  readonly components: ByteReader;
  readonly bounds: ByteReader;
  readonly instructions: ByteReader;
  /** The current glyph. */
  readonly outline: Points;
  readonly hasBounds: (glyph: number) => boolean;
  readonly overlaps: (glyph: number) => boolean;
}

/** Restores `glyf` and `loca` from their transformed form. */
export function joinGlyphs(data: Uint8Array): JoinedGlyphs {
  const reader = new ByteReader(data, 2);
  const options = reader.uint16();
  const count = reader.uint16();
  const isLong = reader.uint16() === 1;
  const sizes = Array.from({ length: 7 }, () => reader.uint32());
  const [contours, counts, flags, points, components, boxes = new Uint8Array(), instructions] = sizes.map((size) =>
    reader.take(size),
  );
  const bitmap = Math.floor((count + 31) / 32) * 4;
  const overlapping = (options & 1) === 1 ? reader.take(Math.floor((count + 7) / 8)) : new Uint8Array();
  const part = (bytes: Uint8Array = new Uint8Array(), offset = 0): ByteReader => new ByteReader(bytes, offset);
  const parts: Parts = {
    contours: part(contours),
    counts: part(counts),
    flags: part(flags),
    points: part(points),
    components: part(components),
    bounds: part(boxes, bitmap),
    instructions: part(instructions),
    outline: new Points(),
    hasBounds: (glyph) => bit(boxes, glyph),
    overlaps: (glyph) => bit(overlapping, glyph),
  };
  const glyf = new ByteWriter();
  const loca = new ByteWriter();
  const lefts: number[] = [];
  const place = (): void => (isLong ? loca.uint32(glyf.length) : loca.uint16(glyf.length / 2));
  for (let glyph = 0; glyph < count; glyph += 1) {
    place();
    lefts.push(joinGlyph(glyph, parts, glyf));
    glyf.pad();
  }
  place();
  return { glyf: glyf.done(), loca: loca.done(), lefts };
}

function bit(bitmap: Uint8Array, index: number): boolean {
  return (((bitmap[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;
}

/** Restores a glyph; returns its left edge. */
function joinGlyph(glyph: number, parts: Parts, glyf: ByteWriter): number {
  const contours = parts.contours.int16();
  if (contours === 0) return 0;
  const stored = parts.bounds;
  const box = parts.hasBounds(glyph) ? [stored.int16(), stored.int16(), stored.int16(), stored.int16()] : undefined;
  if (contours < 0) {
    const { bytes, hasInstructions } = componentsIn(parts.components);
    glyf.uint16(0xff_ff);
    for (const value of box ?? [0, 0, 0, 0]) glyf.uint16(value);
    glyf.bytes(bytes);
    if (hasInstructions) joinInstructions(parts, glyf);
    return box?.[0] ?? 0;
  }
  const counts = Array.from({ length: contours }, () => parts.counts.short255());
  const { outline } = parts;
  outline.clear();
  const step: Step = { dx: 0, dy: 0, isOnCurve: false };
  let x = 0;
  let y = 0;
  for (let index = counts.reduce((sum, count) => sum + count, 0); index > 0; index -= 1) {
    readTriplet(parts.flags.uint8(), parts.points, step);
    x += step.dx;
    y += step.dy;
    outline.add(x, y, step.isOnCurve);
  }
  glyf.uint16(contours);
  const bounds = box ?? boundsOf(outline);
  for (const value of bounds) glyf.uint16(value);
  let end = -1;
  for (const count of counts) glyf.uint16((end += count));
  joinInstructions(parts, glyf);
  writePoints(glyf, outline, parts.overlaps(glyph));
  return bounds[0] ?? 0;
}

function joinInstructions({ points, instructions }: Parts, glyf: ByteWriter): void {
  const length = points.short255();
  glyf.uint16(length);
  glyf.bytes(instructions.take(length));
}
