/** Of a transformation, `[a b c d e f]` (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** In points, or in whatever a matrix makes points of. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export type Point = readonly [number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First one, then the other. */
export function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

export function transform([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The smallest box around points. */
export function boxAround(points: readonly Point[]): Box | undefined {
  if (points.length === 0) return undefined;
  const across = points.map(([x]) => x);
  const up = points.map(([, y]) => y);
  return { left: Math.min(...across), bottom: Math.min(...up), right: Math.max(...across), top: Math.max(...up) };
}

export function corners({ left, bottom, right, top }: Box): Point[] {
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ];
}

/** The smallest box around boxes. */
export function union(boxes: readonly (Box | undefined)[]): Box | undefined {
  return boxAround(boxes.flatMap((box) => (box ? corners(box) : [])));
}

/** What two boxes have in common; nothing where they lie apart. */
export function intersect(one: Box | undefined, other: Box | undefined): Box | undefined {
  if (!one || !other) return undefined;
  const left = Math.max(one.left, other.left);
  const bottom = Math.max(one.bottom, other.bottom);
  const right = Math.min(one.right, other.right);
  const top = Math.min(one.top, other.top);
  return left <= right && bottom <= top ? { left, bottom, right, top } : undefined;
}
