import { Paragraph } from "docx";
import sharp from "sharp";
import type { Logo } from "../../template/logo.ts";
import { pictureRun, toWordPicture } from "./images.ts";
import type { WordPage } from "./page-size.ts";

/** The style of the paragraph with the brand's logo. */
export const logoStyle = "BrandLogo";

/** The height of a logo in CSS pixels: that of the printed editions, 3.2 rem. */
const height = 51;

/** Returns the brand's logo, with its alternative text, as a paragraph that stands above the title. */
export async function logoBlocks(
  logo: Logo | undefined,
  page: WordPage,
  isRightToLeft: boolean,
): Promise<readonly Paragraph[]> {
  if (!logo) return [];
  const { mediaType, bytes } = logo.light;
  const { autoOrient: own } = await sharp(bytes).metadata();
  const width = (height * own.width) / own.height;
  const picture = await toWordPicture({ mediaType, bytes, width, height });
  return [
    new Paragraph({
      style: logoStyle,
      children: [pictureRun(picture, logo.alt, page)],
      ...(isRightToLeft && { bidirectional: true }),
    }),
  ];
}
