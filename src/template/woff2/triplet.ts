import type { ByteReader, ByteWriter } from "./bytes.ts";

/** The way from one point of an outline to the next. */
export interface Step {
  readonly dx: number;
  readonly dy: number;
  readonly isOnCurve: boolean;
}

/** A step by its flag and one to four bytes more (WOFF2, 5.2, table of triplets). */
export function readTriplet(whole: number, points: ByteReader): Step {
  const isOnCurve = whole < 128;
  const flag = whole & 127;
  const signed = (bit: number, value: number): number => ((flag >> bit) & 1 ? value : -value);
  const a = points.uint8();
  if (flag < 10) return { dx: 0, dy: signed(0, ((flag & 14) << 7) + a), isOnCurve };
  if (flag < 20) return { dx: signed(0, (((flag - 10) & 14) << 7) + a), dy: 0, isOnCurve };
  if (flag < 84) {
    const high = flag - 20;
    const dx = signed(0, 1 + (high & 0x30) + (a >> 4));
    return { dx, dy: signed(1, 1 + ((high & 0x0c) << 2) + (a & 15)), isOnCurve };
  }
  const b = points.uint8();
  if (flag < 120) {
    const high = flag - 84;
    const dx = signed(0, 1 + (Math.floor(high / 12) << 8) + a);
    return { dx, dy: signed(1, 1 + (((high % 12) >> 2) << 8) + b), isOnCurve };
  }
  const c = points.uint8();
  if (flag < 124) return { dx: signed(0, (a << 4) + (b >> 4)), dy: signed(1, ((b & 15) << 8) + c), isOnCurve };
  return { dx: signed(0, (a << 8) + b), dy: signed(1, (c << 8) + points.uint8()), isOnCurve };
}

/** The shortest triplet of a step: its flag among the flags, the rest among the points. */
export function writeTriplet({ dx, dy, isOnCurve }: Step, flags: ByteWriter, points: ByteWriter): void {
  const off = isOnCurve ? 0 : 128;
  const [x, y] = [Math.abs(dx), Math.abs(dy)];
  const [right, up] = [dx < 0 ? 0 : 1, dy < 0 ? 0 : 1];
  const signs = right + 2 * up;
  if (dx === 0 && y < 1280) {
    flags.uint8(off + ((y & 0xf00) >> 7) + up);
    points.uint8(y & 255);
  } else if (dy === 0 && x < 1280) {
    flags.uint8(off + 10 + ((x & 0xf00) >> 7) + right);
    points.uint8(x & 255);
  } else if (x < 65 && y < 65) {
    flags.uint8(off + 20 + ((x - 1) & 0x30) + (((y - 1) & 0x30) >> 2) + signs);
    points.uint8((((x - 1) & 15) << 4) | ((y - 1) & 15));
  } else if (x < 769 && y < 769) {
    flags.uint8(off + 84 + 12 * (((x - 1) & 0x300) >> 8) + (((y - 1) & 0x300) >> 6) + signs);
    points.uint8((x - 1) & 255);
    points.uint8((y - 1) & 255);
  } else if (x < 4096 && y < 4096) {
    flags.uint8(off + 120 + signs);
    points.uint8(x >> 4);
    points.uint16(((x & 15) << 12) | y);
  } else {
    flags.uint8(off + 124 + signs);
    points.uint16(x);
    points.uint16(y);
  }
}
