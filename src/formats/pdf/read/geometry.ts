/** A transformation matrix `[a b c d e f]` (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** A rectangle in points, or in the units that a matrix converts to points. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export type Point = readonly [number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * Returns the transformation that applies the first matrix and then the second. Called for each glyph: to take arrays
 * apart by a pattern makes an iterator, and an object for each number.
 */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const a = first[0];
  const b = first[1];
  const c = first[2];
  const d = first[3];
  const e = first[4];
  const f = first[5];
  const g = second[0];
  const h = second[1];
  const i = second[2];
  const j = second[3];
  const k = second[4];
  const l = second[5];
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

export function transform([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Returns the bounding box of a transformed box. */
export function boxUnder(matrix: Matrix, { left, bottom, right, top }: Box): Box {
  const a = matrix[0];
  const b = matrix[1];
  const c = matrix[2];
  const d = matrix[3];
  const e = matrix[4];
  const f = matrix[5];
  return {
    left: e + Math.min(a * left, a * right) + Math.min(c * bottom, c * top),
    bottom: f + Math.min(b * left, b * right) + Math.min(d * bottom, d * top),
    right: e + Math.max(a * left, a * right) + Math.max(c * bottom, c * top),
    top: f + Math.max(b * left, b * right) + Math.max(d * bottom, d * top),
  };
}

export function corners({ left, bottom, right, top }: Box): Point[] {
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ];
}

/** Returns the bounding box of two boxes, either of which may be missing. */
export function unite(first: Box | undefined, other: Box | undefined): Box | undefined {
  if (!first || !other) return first ?? other;
  return {
    left: Math.min(first.left, other.left),
    bottom: Math.min(first.bottom, other.bottom),
    right: Math.max(first.right, other.right),
    top: Math.max(first.top, other.top),
  };
}

/** Reports whether the first box lies within the second. */
export function isWithin(box: Box | undefined, other: Box | undefined): boolean {
  if (!box || !other) return box === undefined;
  const { left, bottom, right, top } = box;
  return left >= other.left && bottom >= other.bottom && right <= other.right && top <= other.top;
}

/** Returns the intersection of two boxes, or `undefined` if they do not overlap. */
export function intersect(first: Box | undefined, other: Box | undefined): Box | undefined {
  if (!first || !other) return undefined;
  const left = Math.max(first.left, other.left);
  const bottom = Math.max(first.bottom, other.bottom);
  const right = Math.min(first.right, other.right);
  const top = Math.min(first.top, other.top);
  return left <= right && bottom <= top ? { left, bottom, right, top } : undefined;
}
