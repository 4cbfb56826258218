import { ByteReader, ByteWriter } from "./bytes.ts";

/** The tables of a plain OpenType font (ISO/IEC 14496-22, 4.5.1). */
export interface Sfnt {
  /** The kind of outlines: 0x00010000 for TrueType, or "OTTO". */
  readonly flavor: number;
  readonly tables: ReadonlyMap<string, Uint8Array>;
}

export function readSfnt(bytes: Uint8Array): Sfnt {
  const reader = new ByteReader(bytes);
  const flavor = reader.uint32();
  const count = reader.uint16();
  reader.offset = 12;
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < count; index += 1) {
    const tag = reader.tag();
    reader.offset += 4;
    const offset = reader.uint32();
    tables.set(tag, new ByteReader(bytes, offset).take(reader.uint32()));
  }
  return { flavor, tables };
}

export function writeSfnt({ flavor, tables }: Sfnt): Uint8Array<ArrayBuffer> {
  const sorted = [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const writer = new ByteWriter();
  const power = Math.floor(Math.log2(Math.max(1, sorted.length)));
  writer.uint32(flavor);
  writer.uint16(sorted.length);
  writer.uint16(2 ** power * 16);
  writer.uint16(power);
  writer.uint16((sorted.length - 2 ** power) * 16);
  let offset = 12 + sorted.length * 16;
  let whole = 0;
  for (const [tag, table] of sorted) {
    const sum = checksum(tag === "head" ? withoutAdjustment(table) : table);
    writer.tag(tag);
    writer.uint32(sum);
    writer.uint32(offset);
    writer.uint32(table.length);
    whole = (whole + sum) >>> 0;
    offset += Math.ceil(table.length / 4) * 4;
  }
  // checkSumAdjustment in `head` makes the checksum of the whole file 0xB1B0AFBA.
  const adjustment = (0xb1_b0_af_ba - ((whole + checksum(writer.done())) >>> 0)) >>> 0;
  for (const [tag, table] of sorted) {
    const start = writer.length;
    writer.bytes(table);
    writer.pad();
    if (tag === "head") setUint32(writer.done(), start + 8, adjustment);
  }
  return writer.done();
}

function withoutAdjustment(head: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(head);
  setUint32(copy, 8, 0);
  return copy;
}

function setUint32(bytes: Uint8Array, offset: number, value: number): void {
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(offset, value);
}

function checksum(table: Uint8Array): number {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const end = table.length & ~3;
  let sum = 0;
  for (let index = 0; index < end; index += 4) sum = (sum + view.getUint32(index)) | 0;
  for (let index = end; index < table.length; index += 1) sum += view.getUint8(index) << (24 - (index - end) * 8);
  return sum >>> 0;
}
