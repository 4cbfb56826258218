import type { ByteReader, ByteWriter } from "./bytes.ts";

/** The vector from one point of an outline to the next. */
export interface Step {
  dx: number;
  dy: number;
  isOnCurve: boolean;
}

/** Reads a step from its flag and one to four more bytes (WOFF2, 5.2, table of triplets) into `step`. */
export function readTriplet(whole: number, points: ByteReader, step: Step): void {
  const flag = whole & 127;
  step.isOnCurve = whole < 128;
  const a = points.uint8();
  if (flag < 10) {
    step.dx = 0;
    step.dy = signed(flag, ((flag & 14) << 7) + a);
  } else if (flag < 20) {
    step.dx = signed(flag, (((flag - 10) & 14) << 7) + a);
    step.dy = 0;
  } else if (flag < 84) {
    const high = flag - 20;
    step.dx = signed(flag, 1 + (high & 0x30) + (a >> 4));
    step.dy = signed(flag >> 1, 1 + ((high & 0x0c) << 2) + (a & 15));
  } else if (flag < 120) {
    const high = flag - 84;
    step.dx = signed(flag, 1 + (Math.floor(high / 12) << 8) + a);
    step.dy = signed(flag >> 1, 1 + (((high % 12) >> 2) << 8) + points.uint8());
  } else {
    const b = points.uint8();
    const c = points.uint8();
    step.dx = signed(flag, flag < 124 ? (a << 4) + (b >> 4) : (a << 8) + b);
    step.dy = signed(flag >> 1, flag < 124 ? ((b & 15) << 8) + c : (c << 8) + points.uint8());
  }
}

function signed(bit: number, value: number): number {
  return bit & 1 ? value : -value;
}

/** Writes a step as its shortest triplet: the flag to `flags`, the rest to `points`. */
export function writeTriplet(dx: number, dy: number, isOnCurve: boolean, flags: ByteWriter, points: ByteWriter): void {
  const off = isOnCurve ? 0 : 128;
  const x = Math.abs(dx);
  const y = Math.abs(dy);
  const right = dx < 0 ? 0 : 1;
  const up = dy < 0 ? 0 : 1;
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
