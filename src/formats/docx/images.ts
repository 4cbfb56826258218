import { ImageRun } from "docx";
import sharp from "sharp";
import type { Image } from "../../model/image.ts";

/** The maximum size in CSS pixels on a page, and image pixels per CSS pixel. */
const room = { width: 600, height: 800 } as const;
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

async function toWordPicture({ mediaType, bytes, width, height }: Image): Promise<WordPicture> {
  const scale = Math.min(1, room.width / width, room.height / height);
  const shown = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  if (mediaType === "image/png") return { type: "png", data: bytes, ...shown };
  if (mediaType === "image/jpeg") return { type: "jpg", data: bytes, ...shown };
  const drawing = mediaType === "image/svg+xml" ? { density: 72 * density } : {};
  const picture = sharp(bytes, drawing).resize({ width: shown.width * density, fit: "inside" });
  return { type: "png", data: await picture.png().toBuffer(), ...shown };
}

/** Returns an inline image; `alt` is empty for a decorative one. */
export function pictureRun({ type, data, width, height }: WordPicture, alt: string): ImageRun {
  return new ImageRun({
    type,
    data: Buffer.from(data),
    transformation: { width, height },
    altText: { name: "Picture", title: "", description: alt },
  });
}
