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
  const bands = bandsOf(data, width, height);
  const { colours, counts, runs } = readRuns(
    new Int32Array(data.buffer, data.byteOffset, width * height),
    bands,
    width,
  );
  const { palette, indices } = reduce(colours, counts);
  const rows = Buffer.alloc((width + 1) * height);
  let run = 0;
  for (const { first, count } of bands) {
    const start = first * (width + 1);
    const end = start + width + 1;
    // The row's filter type: none.
    let to = start + 1;
    while (to < end) {
      const next = to + (runs[run + 1] ?? 0);
      rows.fill(indices[runs[run] ?? 0] ?? 0, to, next);
      to = next;
      run += 2;
    }
    for (let more = 1; more < count; more += 1) rows.copyWithin(start + more * (width + 1), start, end);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Bit depth 8, indexed colour.
  head.set([8, 3], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette.flatMap(channels))),
    chunk("IDAT", await compress(rows)),
    chunk("IEND"),
  ];
  return Uint8Array.from(Buffer.concat([signature, ...chunks]));
}

/** A sequence of equal rows: most of a drawn cover is one colour. */
interface Band {
  readonly first: number;
  readonly count: number;
}

function bandsOf(data: Uint8Array, width: number, height: number): Band[] {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const size = width * 4;
  const isRepeated = (at: number): boolean => bytes.compare(bytes, at - size, at, at, at + size) === 0;
  const firsts = Array.from({ length: height }, (_, y) => y).filter((y) => y === 0 || !isRepeated(y * size));
  return firsts.map((first, index) => ({ first, count: (firsts[index + 1] ?? height) - first }));
}

/** Plain numbers: a drawing has some hundred thousand runs. */
interface Runs {
  /** Each colour once. */
  readonly colours: readonly number[];
  /** How many pixels have it. */
  readonly counts: readonly number[];
  /** For each run of pixels of one colour: the index of the colour, and its length. */
  readonly runs: readonly number[];
}

/** Reads the first row of each band. A colour is a signed number, because V8 stores that without an object. */
function readRuns(pixels: Int32Array, bands: readonly Band[], width: number): Runs {
  const known = new Map<number, number>();
  const colours: number[] = [];
  const counts: number[] = [];
  const runs: number[] = [];
  const add = (colour: number, length: number, count: number): void => {
    let index = known.get(colour);
    if (index === undefined) {
      index = colours.push(colour) - 1;
      known.set(colour, index);
    }
    counts[index] = (counts[index] ?? 0) + length * count;
    runs.push(index, length);
  };
  for (const { first, count } of bands) {
    const end = (first + 1) * width;
    for (let since = first * width; since < end;) {
      const colour = pixels[since] ?? 0;
      let index = since + 1;
      while (index < end && pixels[index] === colour) index += 1;
      add(colour, index - since, count);
      since = index;
    }
  }
  return { colours, counts, runs };
}

interface Palette {
  readonly palette: readonly number[];
  /** The palette index of each colour. */
  readonly indices: readonly number[];
}

/** Reduces the colours to the frequent ones; each of the others is mapped to the first one close enough. */
function reduce(colours: readonly number[], counts: readonly number[], most = tolerance): Palette {
  const countOf = (index: number): number => counts[index] ?? 0;
  const unsigned = (index: number): number => (colours[index] ?? 0) >>> 0;
  // Ties are ordered by colour value.
  const sorted = [...colours.keys()].toSorted((a, b) => countOf(b) - countOf(a) || unsigned(a) - unsigned(b));
  const palette: number[] = [];
  const indices = colours.map(() => 0);
  for (const index of sorted) {
    const colour = colours[index] ?? 0;
    const near = palette.findIndex((other) => isNear(other, colour, most));
    if (near < 0) palette.push(colour);
    if (palette.length > mostColours) return reduce(colours, counts, most * 2);
    indices[index] = near < 0 ? palette.length - 1 : near;
  }
  return { palette, indices };
}

function isNear(a: number, b: number, most: number): boolean {
  return (
    Math.abs((a & 255) - (b & 255)) <= most &&
    Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) <= most &&
    Math.abs(((a >> 16) & 255) - ((b >> 16) & 255)) <= most
  );
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
