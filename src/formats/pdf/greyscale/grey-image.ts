import { decodePDFRawStream, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { greyOf } from "./grey-of.ts";

const gray = PDFName.of("DeviceGray");

/** Converts an RGB image to greyscale. Returns `undefined` for an image without colours (ISO 32000-1, 8.9.5). */
export async function greyImage(image: PDFRawStream): Promise<PDFRawStream | undefined> {
  const { dict } = image;
  const space = dict.lookup(PDFName.of("ColorSpace"));
  if (space === undefined || space === gray || dict.has(PDFName.of("ImageMask"))) return undefined;
  const changed = dict.clone(dict.context);
  changed.set(PDFName.of("ColorSpace"), gray);
  changed.delete(PDFName.of("Decode"));
  if (dict.lookup(PDFName.of("Filter")) === PDFName.of("DCTDecode")) {
    const contents = await sharp(image.contents).toColourspace("b-w").jpeg({ quality: 90 }).toBuffer();
    return PDFRawStream.of(changed, new Uint8Array(contents));
  }
  const grey = greyPixels(decodePDFRawStream(image).decode());
  const stream = dict.context.flateStream(grey);
  for (const key of ["Filter", "Length"].map((name) => PDFName.of(name))) {
    const value = stream.dict.get(key);
    if (value) changed.set(key, value);
  }
  changed.delete(PDFName.of("DecodeParms"));
  return PDFRawStream.of(changed, stream.getContents());
}

/** Converts RGB bytes to grey bytes. */
function greyPixels(pixels: Uint8Array): Uint8Array {
  const known = new Map<number, number>();
  return Uint8Array.from({ length: Math.floor(pixels.length / 3) }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(3 * index, 3 * index + 3);
    const key = (red << 16) | (green << 8) | blue;
    const found = known.get(key) ?? Math.round(255 * greyOf([red / 255, green / 255, blue / 255]));
    known.set(key, found);
    return found;
  });
}
