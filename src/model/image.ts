import type { SourcePoint } from "./diagnostic.ts";

/** A checked image of a publication: its type is detected from its bytes, its SVG is sanitised. */
export interface Image {
  /** Unique in the publication, `/`-separated, ASCII: `images/match-rate.png`. */
  readonly name: string;
  /** IANA media type. */
  readonly mediaType: ImageType;
  /** Content of the file. */
  readonly bytes: Uint8Array;
  /** CSS pixels. */
  readonly width: number;
  /** CSS pixels. */
  readonly height: number;
  /** The image redrawn for large print: a chart with less text to a line. */
  readonly large?: Pick<Image, "bytes" | "width" | "height">;
}

/** Image types that documents may contain. */
export type ImageType = "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/avif" | "image/svg+xml";

/** A reference to an image in a source file. */
export interface ImageReference {
  /** The address as written. */
  readonly address: string;
  /** Absolute path of the referring file; the address is relative to its folder. */
  readonly from: string;
  readonly file: string;
  readonly position?: { readonly start: SourcePoint; readonly end?: SourcePoint };
}

/** Reports whether an address is on the network, from which nothing is loaded. */
export function isOnNetwork(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address);
}

/** Returns a key shared by all references to an address in a file. */
export function imageKey(from: string, address: string): string {
  return `${from}\n${address}`;
}
