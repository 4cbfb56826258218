import type { SourcePoint } from "./diagnostic.ts";

/** A picture of a publication, checked: its type is told by its bytes, its SVG sanitised. */
export interface Image {
  /** Unique in the publication, `/`-separated, ASCII: `images/match-rate.png`. */
  readonly name: string;
  /** IANA. */
  readonly mediaType: ImageType;
  /** The whole file. */
  readonly bytes: Uint8Array;
  /** CSS pixels. */
  readonly width: number;
  /** CSS pixels. */
  readonly height: number;
  /** The same, drawn again for large print: a chart with fewer words to a line. */
  readonly large?: Pick<Image, "bytes" | "width" | "height">;
}

/** The kinds of images that go into documents. */
export type ImageType = "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/avif" | "image/svg+xml";

/** A reference to an image in a source file. */
export interface ImageReference {
  /** As it is written there. */
  readonly address: string;
  /** The absolute path of the file that refers to it; the address is relative to its folder. */
  readonly from: string;
  readonly file: string;
  readonly position?: { readonly start: SourcePoint; readonly end?: SourcePoint };
}

/** Whether an address leads to the network, where nothing is loaded from. */
export function isOnNetwork(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address);
}

/** One key for all references to an address in a file. */
export function imageKey(from: string, address: string): string {
  return `${from}\n${address}`;
}
