import sharp, { type Metadata, type Sharp } from "sharp";
import type { BookFile } from "../model/book.ts";
import type { Image, ImageType } from "../model/image.ts";

/** Maximum size of an image in pixels; its proportions are kept. */
interface Room {
  readonly width: number;
  readonly height: number;
}

/**
 * Types that every reading system and retailer supports. WebP is a core media type too (EPUB 3.3, §3.2), but unknown to
 * Kindle and many e-readers: only animated images keep it.
 */
const plainTypes: readonly ImageType[] = ["image/png", "image/jpeg", "image/gif", "image/svg+xml"];

/**
 * Returns an image in a form that every reading system can show, re-encoded only if necessary. Equal images give equal
 * bytes.
 */
export async function fitPicture(image: Image, room: Room, types = plainTypes): Promise<BookFile> {
  const asItIs: BookFile = { path: image.name, mediaType: image.mediaType, bytes: image.bytes };
  if (image.mediaType === "image/svg+xml" && types.includes("image/svg+xml")) return asItIs;
  const metadata = await sharp(image.bytes).metadata();
  if ((metadata.pages ?? 1) > 1 && types.includes("image/gif")) return asItIs;
  const fits = image.width <= room.width && image.height <= room.height;
  if (fits && types.includes(image.mediaType) && isPlain(metadata)) return asItIs;
  const picture = sharp(image.bytes)
    .autoOrient()
    .resize({ ...room, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb");
  const { ending, mediaType, bytes } = await encode(picture, image.mediaType, metadata);
  return { path: image.mediaType === mediaType ? image.name : `${image.name}${ending}`, mediaType, bytes };
}

/** Reports whether an image has no rotation tag and no CMYK colours, which some readers show wrongly. */
function isPlain({ orientation = 1, space }: Metadata): boolean {
  return orientation === 1 && space !== "cmyk";
}

interface Encoded {
  readonly ending: string;
  readonly mediaType: ImageType;
  readonly bytes: Uint8Array;
}

/** Encodes photographs as JPEG and drawings as PNG: the original type decides, or if that says nothing, the size. */
async function encode(picture: Sharp, was: ImageType, { hasAlpha, isPalette }: Metadata): Promise<Encoded> {
  const png = async (): Promise<Encoded> => {
    const bytes = await picture
      .clone()
      .png({ compressionLevel: 9, palette: isPalette ?? false })
      .toBuffer();
    return { ending: ".png", mediaType: "image/png", bytes: new Uint8Array(bytes) };
  };
  const jpeg = async (): Promise<Encoded> => {
    const bytes = await picture.clone().jpeg({ quality: 85, mozjpeg: true }).toBuffer();
    return { ending: ".jpg", mediaType: "image/jpeg", bytes: new Uint8Array(bytes) };
  };
  if (was === "image/jpeg") return jpeg();
  if (was === "image/png" || was === "image/gif" || hasAlpha) return png();
  const [lossless, lossy] = [await png(), await jpeg()];
  return lossy.bytes.length < lossless.bytes.length / 2 ? lossy : lossless;
}
