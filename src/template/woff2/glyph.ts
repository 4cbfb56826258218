import type { ByteReader, ByteWriter } from "./bytes.ts";

/**
 * The points of an outline in font units. One object is reused for all glyphs, because a font has some ten thousand
 * points.
 */
export class Points {
  count = 0;
  xs = new Int32Array(512);
  ys = new Int32Array(512);
  /** 1 for a point on the curve. */
  on = new Uint8Array(512);

  clear(): void {
    this.count = 0;
  }

  add(x: number, y: number, isOnCurve: boolean): void {
    if (this.count === this.xs.length) this.#grow();
    this.xs[this.count] = x;
    this.ys[this.count] = y;
    this.on[this.count] = isOnCurve ? 1 : 0;
    this.count += 1;
  }

  #grow(): void {
    const { xs, ys, on } = this;
    this.xs = new Int32Array(this.count * 2);
    this.ys = new Int32Array(this.count * 2);
    this.on = new Uint8Array(this.count * 2);
    this.xs.set(xs);
    this.ys.set(ys);
    this.on.set(on);
  }
}

/** Returns the bounding box of points: xMin, yMin, xMax, yMax. */
export function boundsOf({ count, xs, ys }: Points): [number, number, number, number] {
  let left = count > 0 ? (xs[0] ?? 0) : 0;
  let bottom = count > 0 ? (ys[0] ?? 0) : 0;
  let right = left;
  let top = bottom;
  for (let index = 1; index < count; index += 1) {
    const x = xs[index] ?? 0;
    const y = ys[index] ?? 0;
    if (x < left) left = x;
    else if (x > right) right = x;
    if (y < bottom) bottom = y;
    else if (y > top) top = y;
  }
  return [left, bottom, right, top];
}

/** Flags of a component of a composite glyph (OpenType, `glyf`). */
const component = { words: 1, scale: 8, more: 0x20, scales: 0x40, matrix: 0x80, instructions: 0x100 };

/** Reads the description of a composite glyph, up to its instructions. */
export function componentsIn(reader: ByteReader): { readonly bytes: Uint8Array; readonly hasInstructions: boolean } {
  const start = reader.offset;
  let hasInstructions = false;
  for (let flags = component.more; flags & component.more;) {
    flags = reader.uint16();
    if (flags & component.instructions) hasInstructions = true;
    const size = flags & component.matrix ? 8 : flags & component.scales ? 4 : flags & component.scale ? 2 : 0;
    reader.offset += 2 + (flags & component.words ? 4 : 2) + size;
  }
  const { offset } = reader;
  reader.offset = start;
  return { bytes: reader.take(offset - start), hasInstructions };
}

/** Flags of a simple glyph's point (OpenType, `glyf`). */
const point = { onCurve: 1, xShort: 2, yShort: 4, repeat: 8, xSame: 0x10, ySame: 0x20, overlap: 0x40 };

/** Writes the points of a simple glyph: flags, then x, then y, each in as few bytes as possible. */
export function writePoints(glyf: ByteWriter, { count, xs, ys, on }: Points, overlaps: boolean): void {
  let x = 0;
  let y = 0;
  let last = -1;
  let repeats = 0;
  for (let index = 0; index <= count; index += 1) {
    const nextX = xs[index] ?? 0;
    const nextY = ys[index] ?? 0;
    const flag =
      (on[index] ?? 0) |
      (overlaps && index === 0 ? point.overlap : 0) |
      flagOf(nextX - x, point.xShort, point.xSame) |
      flagOf(nextY - y, point.yShort, point.ySame);
    x = nextX;
    y = nextY;
    if (index < count && flag === last && repeats < 255) {
      repeats += 1;
      continue;
    }
    if (last >= 0) glyf.uint8(repeats > 0 ? last | point.repeat : last);
    if (repeats > 0) glyf.uint8(repeats);
    last = flag;
    repeats = 0;
  }
  writeDeltas(glyf, count, xs);
  writeDeltas(glyf, count, ys);
}

function flagOf(delta: number, short: number, same: number): number {
  if (delta === 0) return same;
  if (delta > 255 || delta < -255) return 0;
  return delta > 0 ? short | same : short;
}

function writeDeltas(writer: ByteWriter, count: number, values: Int32Array): void {
  let before = 0;
  for (let index = 0; index < count; index += 1) {
    const value = values[index] ?? 0;
    const delta = value - before;
    before = value;
    if (delta > 255 || delta < -255) writer.uint16(delta);
    else if (delta !== 0) writer.uint8(delta < 0 ? -delta : delta);
  }
}

/** Reads the points of a simple glyph, which follow its instructions; returns whether they overlap. */
export function readPoints(reader: ByteReader, count: number, points: Points): boolean {
  const flags = new Uint8Array(count);
  for (let index = 0; index < count;) {
    const flag = reader.uint8();
    const times = flag & point.repeat ? reader.uint8() + 1 : 1;
    flags.fill(flag, index, index + times);
    index += times;
  }
  points.clear();
  let x = 0;
  for (const flag of flags) points.add((x += readDelta(reader, flag, point.xShort, point.xSame)), 0, (flag & 1) === 1);
  let y = 0;
  for (let index = 0; index < count; index += 1)
    points.ys[index] = y += readDelta(reader, flags[index] ?? 0, point.yShort, point.ySame);
  return ((flags[0] ?? 0) & point.overlap) !== 0;
}

function readDelta(reader: ByteReader, flag: number, short: number, same: number): number {
  if (flag & short) return flag & same ? reader.uint8() : -reader.uint8();
  return flag & same ? 0 : reader.int16();
}
