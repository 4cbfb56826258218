import type { ByteReader, ByteWriter } from "./bytes.ts";

export const signature = 0x77_4f_46_32;

/** Bytes of the header before the directory (WOFF2, 3). */
export const headerLength = 48;

/** Tables encoded by number (WOFF2, 5.2). */
const known = (
  "cmapheadhheahmtxmaxpnameOS/2postcvt fpgmglyflocaprepCFF VORGEBDTEBLCgasphdmxkernLTSHPCLTVDMXvheavmtxBASEGDEFGPOSGSUB" +
  "EBSCJSTFMATHCBDTCBLCCOLRCPALSVG sbixacntavarbdatblocbslncvarfdscfeatfmtxfvargvarhstyjustlcarmortmorxopbdproptrakZapf" +
  "SilfGlatGlocFeatSill"
).match(/.{4}/g) as readonly string[];

/** A table in the directory (WOFF2, 5). */
export interface Entry {
  readonly tag: string;
  /** The original length. */
  readonly length: number;
  /** The length in the decompressed data; equal to `length` unless the table is transformed. */
  readonly stored: number;
  readonly isTransformed: boolean;
}

export function readEntry(reader: ByteReader): Entry {
  const flags = reader.uint8();
  const tag = (flags & 63) === 63 ? reader.tag() : (known[flags & 63] ?? "");
  const version = flags >> 6;
  const isTransformed = isOutline(tag) ? version !== 3 : version !== 0;
  const length = reader.base128();
  return { tag, length, stored: isTransformed ? reader.base128() : length, isTransformed };
}

export function writeEntry(writer: ByteWriter, { tag, length, stored, isTransformed }: Entry): void {
  const number = known.indexOf(tag);
  const version = isOutline(tag) && !isTransformed ? 3 : 0;
  writer.uint8((version << 6) | (number < 0 ? 63 : number));
  if (number < 0) writer.tag(tag);
  writer.base128(length);
  if (isTransformed) writer.base128(stored);
}

/** For these, transformation number 3 means none. */
function isOutline(tag: string): boolean {
  return tag === "glyf" || tag === "loca";
}
