declare module "fontverter" {
  /** A font in another container, by Google's library: WOFF 2 or plain OpenType. */
  export function convert(font: Buffer, to: "sfnt" | "woff2"): Promise<Buffer>;
}
