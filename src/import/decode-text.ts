import { isUtf8 } from "node:buffer";
import { unwritable } from "../model/unwritable.ts";

/**
 * Decodes UTF-8 or UTF-16 with a byte order mark, else the named encoding, else Windows-1252, which accepts any bytes.
 */
export function decodeText(bytes: Uint8Array, named?: string): string {
  const text = new TextDecoder(encodingOf(bytes, named)).decode(bytes);
  return text.replaceAll(/\r\n?/g, "\n").replaceAll("\f", "\n\n").replaceAll(unwritable, "");
}

/** Counts zero bytes at even or odd offsets: UTF-16 without a byte order mark has them in Latin letters. */
function zerosAt(bytes: Uint8Array, parity: number): number {
  return bytes.subarray(0, 4096).filter((byte, index) => byte === 0 && index % 2 === parity).length;
}

function encodingOf(bytes: Uint8Array, named: string | undefined): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes.includes(0)) return zerosAt(bytes, 1) >= zerosAt(bytes, 0) ? "utf-16le" : "utf-16be";
  if (isUtf8(bytes)) return "utf-8";
  try {
    return new TextDecoder(named).encoding === "utf-8" ? "windows-1252" : (named ?? "windows-1252");
  } catch {
    return "windows-1252";
  }
}
