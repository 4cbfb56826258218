import sharp, { type Metadata, type Sharp } from "sharp";
import type { BookFile } from "../../../model/book.ts";
import type { Image, ImageType } from "../../../model/image.ts";

/** Pixels that a picture is to be fitted into, keeping its proportions. */
interface Room {
  readonly width: number;
  readonly height: number;
}

/**
 * Types that every reading system and every retailer shows. WebP is a core media type too (EPUB 3.3, §3.2), but Kindle and many
 * e-readers do not know it: only a picture that moves keeps it.
 */
const plainTypes: readonly ImageType[] = ["image/png", "image/jpeg", "image/gif", "image/svg+xml"];

/** A picture as every reader can show it: as it is where it can be, else made anew. Equal pictures give equal bytes. */
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

/** Upright without being told so, and in colours of a screen: what some readers would show wrongly is made anew. */
function isPlain({ orientation = 1, space }: Metadata): boolean {
  return orientation === 1 && space !== "cmyk";
}

interface Encoded {
  readonly ending: string;
  readonly mediaType: ImageType;
  readonly bytes: Uint8Array;
}

/** A photograph as JPEG, a drawing as PNG: what it was, and where that is unknown, what is small. */
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
