import type { SubsetFont } from "../model/page.ts";
import { readyPacked } from "./ready-faces.ts";
import { encodeWoff2 } from "./woff2/encode.ts";

/** What has been packed, by the font that it was. */
const packed = new WeakMap<Uint8Array, Promise<Uint8Array>>();

/** The same faces as WOFF 2, half as large, for pages that go over the web. */
export function packWebFonts(fonts: readonly SubsetFont[]): Promise<SubsetFont[]> {
  return Promise.all(fonts.map(async (font) => ({ ...font, bytes: await pack(font.bytes) })));
}

function pack(bytes: Uint8Array): Promise<Uint8Array> {
  const known = packed.get(bytes) ?? readyPacked(bytes) ?? encodeWoff2(bytes);
  packed.set(bytes, known);
  return known;
}
