import type { ByteReader, ByteWriter } from "./bytes.ts";

/** A point of an outline, in units of the font. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOnCurve: boolean;
}

/** The smallest box around points: xMin, yMin, xMax, yMax. */
export function boundsOf(points: readonly Point[]): [number, number, number, number] {
  let bounds: [number, number, number, number] | undefined;
  for (const { x, y } of points) {
    const [left, bottom, right, top] = bounds ?? [x, y, x, y];
    bounds = [Math.min(left, x), Math.min(bottom, y), Math.max(right, x), Math.max(top, y)];
  }
  return bounds ?? [0, 0, 0, 0];
}

/** Flags of a component of a composite glyph (OpenType, `glyf`). */
const component = { words: 1, scale: 8, more: 0x20, scales: 0x40, matrix: 0x80, instructions: 0x100 };

/** The description of a composite glyph, as far as its instructions. */
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

/** Flags of a point of a simple glyph (OpenType, `glyf`). */
const point = { onCurve: 1, xShort: 2, yShort: 4, repeat: 8, xSame: 0x10, ySame: 0x20, overlap: 0x40 };

/** The points of a simple glyph: flags, then x, then y, each in the fewest bytes. */
export function writePoints(glyf: ByteWriter, points: readonly Point[], overlaps: boolean): void {
  let before: Pick<Point, "x" | "y"> = { x: 0, y: 0 };
  let [last, repeats] = [-1, 0];
  const end = (): void => {
    if (last < 0) return;
    glyf.uint8(repeats > 0 ? last | point.repeat : last);
    if (repeats > 0) glyf.uint8(repeats);
  };
  for (const [index, next] of points.entries()) {
    const flag =
      (next.isOnCurve ? point.onCurve : 0) |
      (overlaps && index === 0 ? point.overlap : 0) |
      flagOf(next.x - before.x, point.xShort, point.xSame) |
      flagOf(next.y - before.y, point.yShort, point.ySame);
    before = next;
    if (flag === last && repeats < 255) repeats += 1;
    else {
      end();
      [last, repeats] = [flag, 0];
    }
  }
  end();
  for (const axis of ["x", "y"] as const) {
    let value = 0;
    for (const next of points) {
      writeDelta(glyf, next[axis] - value);
      value = next[axis];
    }
  }
}

function flagOf(delta: number, short: number, same: number): number {
  if (delta === 0) return same;
  if (Math.abs(delta) > 255) return 0;
  return delta > 0 ? short | same : short;
}

function writeDelta(writer: ByteWriter, delta: number): void {
  if (Math.abs(delta) > 255) writer.uint16(delta);
  else if (delta !== 0) writer.uint8(Math.abs(delta));
}

/** The points of a simple glyph that follow its instructions. */
export function readPoints(reader: ByteReader, count: number): { points: Point[]; overlaps: boolean } {
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = reader.uint8();
    const times = flag & point.repeat ? reader.uint8() + 1 : 1;
    for (let time = 0; time < times; time += 1) flags.push(flag);
  }
  const xs = readDeltas(reader, flags, point.xShort, point.xSame);
  const ys = readDeltas(reader, flags, point.yShort, point.ySame);
  const points = flags.map((flag, index) => ({
    x: xs[index] ?? 0,
    y: ys[index] ?? 0,
    isOnCurve: (flag & point.onCurve) !== 0,
  }));
  return { points, overlaps: ((flags[0] ?? 0) & point.overlap) !== 0 };
}

function readDeltas(reader: ByteReader, flags: readonly number[], short: number, same: number): number[] {
  let value = 0;
  return flags.map((flag) => {
    if (flag & short) value += flag & same ? reader.uint8() : -reader.uint8();
    else if (!(flag & same)) value += reader.int16();
    return value;
  });
}
