import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";

const compress = promisify(deflate);

/** Colours in a palette (PNG, 11.2.2). */
const mostColours = 256;

/** The largest deviation of a channel, of 255: it is invisible, and reduces the antialiased colours to a tenth. */
const tolerance = 6;

/** Pixels of four bytes: red, green, blue and alpha. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Writes a drawing as a PNG with a palette (https://www.w3.org/TR/png-3/, 11.2), without alpha. sharp takes six times
 * as long, because it computes an optimal palette, as for photographs.
 */
export async function writePng({ data, width, height }: Pixels): Promise<Uint8Array> {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const bands = bandsOf(data, width, height).map((band) => ({ ...band, runs: runsOf(pixels, band.first, width) }));
  const { palette, indices } = reduce(countColours(bands));
  const rows = Buffer.alloc((width + 1) * height);
  for (const { first, count, runs } of bands) {
    const start = first * (width + 1);
    // The row's filter type: none.
    let to = start + 1;
    for (const { colour, length } of runs) {
      rows.fill(indices.get(colour) ?? 0, to, to + length);
      to += length;
    }
    for (let more = 1; more < count; more += 1) rows.copyWithin(start + more * (width + 1), start, start + width + 1);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Bit depth 8, indexed colour.
  head.set([8, 3], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const colours = Buffer.from(palette.flatMap(channels));
  const chunks = [chunk("IHDR", head), chunk("PLTE", colours), chunk("IDAT", await compress(rows)), chunk("IEND")];
  return Uint8Array.from(Buffer.concat([signature, ...chunks]));
}

/** A sequence of equal rows: most of a drawn cover is one colour. */
interface Band {
  readonly first: number;
  readonly count: number;
}

function bandsOf(data: Uint8Array, width: number, height: number): Band[] {
  const row = (y: number): Uint8Array => data.subarray(y * width * 4, (y + 1) * width * 4);
  const firsts = Array.from({ length: height }, (_, y) => y).filter(
    (y) => y === 0 || Buffer.compare(row(y), row(y - 1)) !== 0,
  );
  return firsts.map((first, index) => ({ first, count: (firsts[index + 1] ?? height) - first }));
}

/** Neighbouring pixels of one colour. */
interface Run {
  readonly colour: number;
  readonly length: number;
}

function runsOf(pixels: Uint32Array, row: number, width: number): Run[] {
  const runs: Run[] = [];
  const end = (row + 1) * width;
  let since = row * width;
  let colour = pixels[since] ?? 0;
  for (let index = since + 1; index <= end; index += 1) {
    if (index < end && pixels[index] === colour) continue;
    runs.push({ colour, length: index - since });
    since = index;
    colour = pixels[index] ?? 0;
  }
  return runs;
}

function countColours(
  bands: readonly { readonly count: number; readonly runs: readonly Run[] }[],
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { count, runs } of bands)
    for (const { colour, length } of runs) counts.set(colour, (counts.get(colour) ?? 0) + length * count);
  return counts;
}

interface Palette {
  readonly palette: readonly number[];
  /** Palette indices by colour. */
  readonly indices: ReadonlyMap<number, number>;
}

/** Reduces the colours to the frequent ones; each of the others is mapped to the first one close enough. */
function reduce(counts: ReadonlyMap<number, number>, most = tolerance): Palette {
  // Ties are ordered by colour value.
  const sorted = [...counts.keys()].toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b);
  const palette: number[] = [];
  const indices = new Map<number, number>();
  for (const colour of sorted) {
    const known = palette.findIndex((index) => distance(index, colour) <= most);
    if (known < 0) palette.push(colour);
    if (palette.length > mostColours) return reduce(counts, most * 2);
    indices.set(colour, known < 0 ? palette.length - 1 : known);
  }
  return { palette, indices };
}

function distance(a: number, b: number): number {
  const other = channels(b);
  return Math.max(...channels(a).map((value, index) => Math.abs(value - (other[index] ?? 0))));
}

/** All processors that Node runs on are little-endian. */
function channels(colour: number): number[] {
  return [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
