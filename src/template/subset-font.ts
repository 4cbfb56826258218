import subsetFont from "subset-font";

/**
 * Cut a font down to some characters. `woff2` is for documents; `truetype` is for what is drawn here, where the work of
 * packing it would be lost.
 */
export type SubsetFontFunction = (
  font: Uint8Array,
  characters: string,
  format: "woff2" | "truetype",
) => Promise<Uint8Array>;

export const toSubset: SubsetFontFunction = async (font, characters, format) =>
  new Uint8Array(await subsetFont(Buffer.from(font), characters, { targetFormat: format }));
