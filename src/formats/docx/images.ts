import { ImageRun } from "docx";
import sharp from "sharp";
import type { Image } from "../../model/image.ts";
import { lineWidth, textHeight, type WordPage } from "./page-size.ts";

/** The maximum size of an image in CSS pixels, and image pixels per CSS pixel. */
const largest = { width: 900, height: 900 } as const;
const density = 2;

/** An image in a form that Word can show: PNG or JPEG, no larger than displayed. */
export interface WordPicture {
  readonly type: "png" | "jpg";
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Returns a publication's images by name. Drawings and types that Word cannot read become PNG. */
export async function wordPictures(images: ReadonlyMap<string, Image>): Promise<Map<string, WordPicture>> {
  const packed = await Promise.all(
    Array.from(images, async ([name, image]) => [name, await toWordPicture(image)] as const),
  );
  return new Map(packed);
}

/** Returns an image at a size in CSS pixels. */
export async function toWordPicture({
  mediaType,
  bytes,
  width,
  height,
}: Pick<Image, "mediaType" | "bytes" | "width" | "height">): Promise<WordPicture> {
  const scale = Math.min(1, largest.width / width, largest.height / height);
  const shown = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  if (mediaType === "image/png") return { type: "png", data: bytes, ...shown };
  if (mediaType === "image/jpeg") return { type: "jpg", data: bytes, ...shown };
  const drawing = mediaType === "image/svg+xml" ? { density: 72 * density } : {};
  const picture = sharp(bytes, drawing).resize({ width: shown.width * density, fit: "inside" });
  return { type: "png", data: await picture.png().toBuffer(), ...shown };
}

/** Twentieths of a point in a CSS pixel. */
const pixel = 15;

/** Returns an inline image, no larger than the page's text area; `alt` is empty for a decorative one. */
export function pictureRun({ type, data, ...size }: WordPicture, alt: string, page: WordPage): ImageRun {
  // A line above or below has to have room, too.
  const scale = Math.min(1, lineWidth(page) / pixel / size.width, (0.9 * textHeight(page)) / pixel / size.height);
  const [width, height] = [size.width, size.height].map((length) => Math.max(1, Math.round(length * scale)));
  return new ImageRun({
    type,
    data: Buffer.from(data),
    transformation: { width: width ?? 1, height: height ?? 1 },
    altText: { name: "Picture", title: "", description: alt },
  });
}
