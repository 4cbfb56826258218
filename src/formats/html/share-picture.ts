import sharp from "sharp";
import { coverOf } from "../../template/cover/cover.ts";
import { fillsOf } from "../../template/chart-look.ts";
import type { FormatRequest } from "../../template/format.ts";

/** The image shown where somebody links to a page, next to the page. */
export interface SharePicture {
  /** Relative to the output folder, `/`-separated. */
  readonly path: string;
  /** Address on the web; a relative one is not accepted (https://ogp.me/#structured). */
  readonly url: string;
  readonly alt: string;
  readonly bytes: Uint8Array;
}

/** Every service shows images of this size uncropped. */
const shareSize = { width: 1200, height: 630 } as const;

/** File name next to the page. */
export const shareName = "cover.png";

/** Margin above and below the cover. */
const edge = 36;

/**
 * Renders the cover of the e-book on a pale background. `check`: address of the page next to it that tells what is
 * current.
 */
export async function sharePicture(request: FormatRequest, check: string): Promise<SharePicture | undefined> {
  const { template, publication, options, fonts } = request;
  const cover = await coverOf(template, publication, options, fonts);
  if (!cover.ok) return undefined;
  const { file, alt } = cover.value;
  const room = { width: shareSize.width - 2 * edge, height: shareSize.height - 2 * edge };
  const fitted = await sharp(file.bytes)
    .resize({ ...room, fit: "inside" })
    .png()
    .toBuffer();
  const [field] = fillsOf(template, options, [0.86]);
  const bytes = await sharp({ create: { ...shareSize, channels: 3, background: field?.light ?? "#ffffff" } })
    .composite([{ input: fitted, gravity: "centre" }])
    .png({ compressionLevel: 9, palette: true, colours: 128, dither: 0 })
    .toBuffer();
  return {
    path: `${publication.slug}/${shareName}`,
    url: new URL(shareName, check).href,
    alt,
    bytes: Uint8Array.from(bytes),
  };
}
