import { extname } from "node:path";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Image, ImageType } from "../model/image.ts";
import { limits } from "../model/limits.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";

const mebibyte = 2 ** 20;

const typesByFormat: Record<string, ImageType> = {
  png: "image/png",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  heif: "image/avif",
  avif: "image/avif",
  svg: "image/svg+xml",
};

const typesByEnding: Record<string, ImageType> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".svg": "image/svg+xml",
};

/** An image before it is named. */
export type ImageContent = Omit<Image, "name">;

/** Reports a file that is too large, before it is read. */
export function refuseSize(size: number, address: string, location: SourceLocation): Diagnostic | undefined {
  if (size <= limits.imageBytes) return undefined;
  const message = `has ${Math.ceil(size / mebibyte)} MiB; at most ${limits.imageBytes / mebibyte} are taken`;
  return tooLarge(address, message, location);
}

/** Detects the type of an image and decodes it once to verify it; sanitises SVG. `address` is for diagnostics. */
export async function inspectImage(
  bytes: Uint8Array,
  address: string,
  location: SourceLocation,
): Promise<Outcome<ImageContent>> {
  const svg = await (await import("./sanitise-svg.ts")).sanitiseSvg(bytes, address, location);
  if (svg && !svg.ok) return svg;
  const clean = svg ? new TextEncoder().encode(svg.value) : bytes;
  const diagnostics = [...(svg?.diagnostics ?? [])];
  try {
    const { default: sharp } = await import("sharp");
    const image = sharp(clean, { limitInputPixels: false, failOn: "truncated" });
    const { format, compression, width, height, autoOrient } = await image.metadata();
    const mediaType = typesByFormat[format];
    if (mediaType === "image/svg+xml" && !svg) {
      const hint = "Save the drawing as plain SVG in UTF-8, not compressed.";
      return fail(diagnostic("imageReadable", `"${address}" is an SVG file of an unsupported kind.`, hint, location));
    }
    if (!mediaType || (format === "heif" && compression !== "av1")) {
      return fail(
        diagnostic(
          "imageReadable",
          `"${address}" is a ${format} file.`,
          "Convert it to PNG, JPEG, WebP, AVIF, GIF or SVG.",
          location,
        ),
      );
    }
    if (width * height > limits.imagePixels)
      return fail(tooLarge(address, `has ${width} × ${height} pixels; at most 100 million are taken`, location));
    await image.stats();
    const named = typesByEnding[extname(address).toLowerCase()];
    if (named !== mediaType) {
      diagnostics.push(
        diagnostic(
          "imageNamedForType",
          `"${address}" is really ${mediaType}.`,
          "Rename the file; its content decides how it is used.",
          location,
        ),
      );
    }
    return succeed({ mediaType, bytes: clean, width: autoOrient.width, height: autoOrient.height }, diagnostics);
  } catch (error) {
    const isPicture = !(error instanceof Error && error.message.includes("unsupported image format"));
    const decoding = isPicture ? "cannot be decoded: it is damaged or incomplete" : "is not a picture";
    const message = bytes.length === 0 ? "is empty" : decoding;
    const hint = "Export the picture again as PNG, JPEG, WebP, AVIF, GIF or SVG.";
    return fail(...diagnostics, diagnostic("imageReadable", `"${address}" ${message}.`, hint, location));
  }
}

function tooLarge(address: string, message: string, location: SourceLocation) {
  return diagnostic(
    "imageSize",
    `"${address}" ${message}.`,
    "Export it smaller: 2,000 pixels across fill a page.",
    location,
  );
}
