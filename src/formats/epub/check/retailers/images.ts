import sharp from "sharp";
import { type OpenBook, resolvePath } from "../open-book.ts";
import type { RetailerFinding } from "./retailer-check.ts";

const mostPixels = 5_600_000;
const mostBytes = 5 * 2 ** 20;

export async function largeImages(book: OpenBook): Promise<RetailerFinding[]> {
  const findings = await Promise.all(
    imagesOf(book).map(async ([path, bytes]): Promise<RetailerFinding[]> => {
      const { width, height, format } = await sharp(bytes, { limitInputPixels: false }).metadata();
      if (format === "svg" || width * height <= mostPixels) return [];
      return [{ message: `The picture ${path} has ${width} × ${height} pixels.`, ...usedAt(book, path) }];
    }),
  );
  return findings.flat();
}

export function heavyImages(book: OpenBook): RetailerFinding[] {
  return imagesOf(book)
    .filter(([, bytes]) => bytes.length > mostBytes)
    .map(([path, bytes]) => ({
      message: `The picture ${path} has ${(bytes.length / 2 ** 20).toFixed(1)} MiB.`,
      ...usedAt(book, path),
    }));
}

function imagesOf({ files }: OpenBook): [string, Uint8Array][] {
  return Object.entries(files).filter(([path]) => /\.(?:png|jpe?g|gif|webp|svg)$/.test(path));
}

/** Returns the first place that shows an image. */
function usedAt({ documents }: OpenBook, image: string): Pick<RetailerFinding, "path" | "element"> {
  for (const { path, elements } of documents) {
    const shown = elements.find(
      ({ element: { name, attributes } }) => name === "img" && resolvePath(path, attributes["src"] ?? "") === image,
    );
    if (shown) return { path, element: shown.element };
  }
  return { path: image };
}
