import { convert } from "fontverter";
import subsetFont from "subset-font";
import { createQueue } from "../model/queue.ts";

/**
 * Cut a font down to some characters. `woff2` is for documents; `truetype` is for what is drawn here, where the work of
 * packing it would be lost.
 */
export type SubsetFontFunction = (
  font: Uint8Array,
  characters: string,
  format: "woff2" | "truetype",
) => Promise<Uint8Array>;

/** The library underneath, wawoff2, returns memory that its next call overwrites. */
const inTurn = createQueue();

export const toSubset: SubsetFontFunction = (font, characters, format) =>
  inTurn(async () => new Uint8Array(await subsetFont(Buffer.from(font), characters, { targetFormat: format })));

const unpacked = new WeakMap<Uint8Array, Promise<Uint8Array>>();

/** A font of any format as OpenType, which programs that draw and many e-readers take; each is converted once. */
export function toOpenType(font: Uint8Array): Promise<Uint8Array> {
  const known = unpacked.get(font) ?? inTurn(async () => new Uint8Array(await convert(Buffer.from(font), "sfnt")));
  unpacked.set(font, known);
  return known;
}
