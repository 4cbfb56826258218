declare module "fontverter" {
  /** A font in another container: WOFF, WOFF 2 or plain OpenType. */
  export function convert(font: Buffer, to: "sfnt" | "woff" | "woff2"): Promise<Buffer>;
}
