import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

const deflate = promisify(deflateRaw);

/** A file for an archive. */
export interface ZipEntry {
  /** Relative to the root, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isStored: boolean;
}

/** Compressed data by original bytes: many books contain the same fonts. */
const packed = new WeakMap<Uint8Array, Promise<Uint8Array>>();

/**
 * Writes a ZIP archive (PKWARE APPNOTE, 4.3) with its entries in order, compressed in threads; equal entries give equal
 * bytes. All entries have the same date, stored in UTC.
 */
export async function writeZip(entries: readonly ZipEntry[], date: Date): Promise<Uint8Array> {
  const bodies = await Promise.all(
    entries.map((entry) => (entry.isStored ? Promise.resolve(entry.bytes) : pack(entry.bytes))),
  );
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [index, entry] of entries.entries()) {
    const body = bodies[index] ?? new Uint8Array();
    const name = Buffer.from(entry.path);
    const common = describe(entry, name, body.length, date);
    // 4.3.7: the local file header.
    const head = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, name]);
    // 4.3.12: the central directory: the writer's version, then the same fields; no comment, disk numbers or
    // attributes.
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002"), common.subarray(0, 2), common, tail, name);
    pieces.push(head, body);
    offset += head.length + body.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  // 4.3.16: the end of the central directory.
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Uint8Array.from(Buffer.concat([...pieces, ...directory, Buffer.from("PK\u0005\u0006"), end]));
}

function pack(bytes: Uint8Array): Promise<Uint8Array> {
  const known = packed.get(bytes) ?? deflate(bytes, { level: 9 });
  packed.set(bytes, known);
  return known;
}

/** Returns what both headers say about an entry (4.4.3 to 4.4.11). */
function describe({ path, bytes, isStored }: ZipEntry, name: Uint8Array, size: number, date: Date): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(isStored ? 10 : 20, 0);
  // Bit 11: the name is UTF-8.
  common.writeUInt16LE(name.length === path.length ? 0 : 0x800, 2);
  common.writeUInt16LE(isStored ? 0 : 8, 4);
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  common.writeUInt16LE(time, 6);
  common.writeUInt16LE(day, 8);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(size, 14);
  common.writeUInt32LE(bytes.length, 18);
  common.writeUInt16LE(name.length, 22);
  return common;
}
