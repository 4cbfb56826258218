/** A picture of a publication, checked: its type is told by its bytes, its SVG sanitised. */
export interface Image {
  /** Unique in the publication, `/`-separated, ASCII: `images/match-rate.png`. */
  readonly name: string;
  readonly mediaType: ImageType;
  readonly bytes: Uint8Array;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export type ImageType =
  | "image/png"
  | "image/jpeg"
  | "image/gif"
  | "image/webp"
  | "image/avif"
  | "image/svg+xml";
