import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { type Entry, headerLength, signature, writeEntry } from "./directory.ts";
import { readSfnt } from "./sfnt.ts";
import { splitGlyphs } from "./split-glyphs.ts";

const compress = promisify(brotliCompress);

/**
 * Encodes a plain OpenType font as Web Open Font Format 2.0 (https://www.w3.org/TR/WOFF2/), compressing in a thread.
 */
export async function encodeWoff2(bytes: Uint8Array): Promise<Uint8Array> {
  const { flavor, tables } = readSfnt(bytes);
  const [glyf, loca, head] = ["glyf", "loca", "head"].map((tag) => tables.get(tag));
  const isLong = head !== undefined && new ByteReader(head, 50).uint16() === 1;
  const outlines = glyf && loca && splitGlyphs(glyf, loca, isLong);
  const data = new ByteWriter();
  const entries: Entry[] = [];
  // `loca` must follow `glyf` directly (WOFF2, 5.3).
  for (const tag of [...tables.keys()].toSorted().filter((key) => key !== "DSIG")) {
    const table = tables.get(tag) ?? new Uint8Array();
    const isTransformed = outlines !== undefined && (tag === "glyf" || tag === "loca");
    const stored = !isTransformed ? table : tag === "glyf" ? outlines : new Uint8Array();
    entries.push({ tag, length: table.length, stored: stored.length, isTransformed });
    data.bytes(tag === "head" ? asModified(stored) : stored);
  }
  const packed = await compress(data.done(), {
    params: {
      // The highest quality, 11, gives equally small files and takes twice the time.
      [constants.BROTLI_PARAM_QUALITY]: 10,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
    },
  });
  return join(flavor, entries, packed);
}

/** Marks in `head` that the font was compressed losslessly (bit 11 of its flags; WOFF2, 5). */
function asModified(head: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(head);
  copy[16] = (copy[16] ?? 0) | 8;
  return copy;
}

function join(flavor: number, entries: readonly Entry[], packed: Uint8Array): Uint8Array {
  const directory = new ByteWriter();
  for (const entry of entries) writeEntry(directory, entry);
  const size = entries.reduce((sum, { length }) => sum + Math.ceil(length / 4) * 4, 12 + entries.length * 16);
  const whole = Math.ceil((headerLength + directory.length + packed.length) / 4) * 4;
  const writer = new ByteWriter();
  writer.uint32(signature);
  writer.uint32(flavor);
  writer.uint32(whole);
  writer.uint16(entries.length);
  writer.uint16(0);
  writer.uint32(size);
  writer.uint32(packed.length);
  // No version, no metadata, no private data.
  while (writer.length < headerLength) writer.uint8(0);
  writer.bytes(directory.done());
  writer.bytes(packed);
  writer.pad();
  return writer.done();
}
