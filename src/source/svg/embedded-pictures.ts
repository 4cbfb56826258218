import sharp from "sharp";
import { limits } from "../../model/limits.ts";

/** Removes embedded images that cannot be decoded or are too large, and returns their number. */
export async function dropBrokenPictures(drawing: string): Promise<{ drawing: string; dropped: number }> {
  const broken = new Set<string>();
  for (const [, address = ""] of drawing.matchAll(reference)) {
    if (!address.includes("svg+xml") && !(await isDecodable(address))) broken.add(address);
  }
  const clean =
    broken.size === 0
      ? drawing
      : drawing.replaceAll(reference, (all, address: string) => (broken.has(address) ? "" : all));
  return { drawing: clean, dropped: broken.size };
}

const reference = / xlink:href="(data:image\/[^"]*)"/g;

async function isDecodable(address: string): Promise<boolean> {
  try {
    const bytes = Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return width * height <= limits.imagePixels;
  } catch {
    return false;
  }
}
