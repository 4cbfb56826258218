import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Image, ImageReference } from "../model/image.ts";

/**
 * Cover sizes that retailers ask for. Amazon: 1600 × 2560 pixels, with a reminder below that (Kindle Publishing
 * Guidelines, "Marketing Cover Image"). Apple: shorter side at least 1400 pixels (Apple Books Asset Guide, "Book Cover
 * Art").
 */
const minSize = { shorter: 1400, longer: 2000 } as const;

export function checkCover({ width, height, mediaType }: Image, reference: ImageReference): Diagnostic[] {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  // SVG has no fixed pixel size.
  if (mediaType === "image/svg+xml" || (shorter >= minSize.shorter && longer >= minSize.longer)) return [];
  const message = `The cover has ${width} × ${height} pixels; retailers ask for ${minSize.shorter} on the shorter side.`;
  return [
    diagnostic(
      "coverSize",
      message,
      "1600 × 2560 pixels suit every retailer. Do not enlarge a small picture.",
      reference,
    ),
  ];
}
