import type { SubsetFont } from "../model/page.ts";
import { readyPacked } from "./ready-faces.ts";
import { encodeWoff2 } from "./woff2/encode.ts";

/** Compressed fonts by original bytes. */
const packed = new WeakMap<Uint8Array, Promise<Uint8Array>>();

/** Converts fonts to WOFF 2, half as large, for pages on the web. */
export function packWebFonts(fonts: readonly SubsetFont[]): Promise<SubsetFont[]> {
  return Promise.all(fonts.map(async (font) => ({ ...font, bytes: await pack(font.bytes) })));
}

function pack(bytes: Uint8Array): Promise<Uint8Array> {
  const known = packed.get(bytes) ?? readyPacked(bytes) ?? encodeWoff2(bytes);
  packed.set(bytes, known);
  return known;
}
