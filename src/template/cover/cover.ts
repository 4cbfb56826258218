import sharp from "sharp";
import { messagesFor } from "../../i18n/messages.ts";
import type { BookFile } from "../../model/book.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { type Outcome, succeed } from "../../model/outcome.ts";
import type { SubsetFont } from "../../model/page.ts";
import type { ImageType } from "../../model/image.ts";
import type { Publication } from "../../model/publication.ts";
import type { Template } from "../load.ts";
import type { TemplateChoices } from "../options.ts";
import { metadataView } from "../view.ts";
import { mainMarks } from "../wide-marks.ts";
import { type CutText, drawCover } from "./draw.ts";
import { writePng } from "./write-png.ts";
import { openTypeface } from "../typeface.ts";
import { fitPicture } from "../fit-picture.ts";

export interface Cover {
  readonly file: BookFile;
  readonly alt: string;
}

// No picture is read twice, and libvips would keep 50 MB of them for that.
sharp.cache(false);

/** Retailers require 1600 × 2560 pixels, and accept these types. */
const coverRoom = { width: 3200, height: 3200 } as const;
const coverTypes: readonly ImageType[] = ["image/png", "image/jpeg"];

/** Returns the author's cover, or one drawn with the template's fonts: a PNG of 1600 × 2560 pixels. */
export async function coverOf(
  template: Template,
  publication: Publication,
  options: TemplateChoices,
  fonts: readonly SubsetFont[],
): Promise<Outcome<Cover>> {
  const { metadata, cover } = publication;
  const words = messagesFor(metadata.language);
  const view = metadataView(metadata, options, words);
  const described = [view.title, view.subtitle, view.byline].filter((part) => part !== null).join(". ");
  if (cover)
    return succeed({ file: await fitPicture(cover, coverRoom, coverTypes), alt: metadata.cover?.alt || described });
  const { text, label } = template.settings.typefaces;
  const { direction } = metadata;
  const marks = mainMarks(template.settings, metadata.language);
  const faces = {
    title: openTypeface(fonts, { family: text, weight: 600, style: "normal", direction, marks }),
    subtitle: openTypeface(fonts, { family: text, weight: 400, style: "italic", direction, marks }),
    label: openTypeface(fonts, { family: label, weight: 600, style: "normal", direction, marks }),
  };
  const { svg, missing } = drawCover(view, options.accent, faces);
  const file = { path: "cover.png", mediaType: "image/png", bytes: await pictureOf(svg) };
  return succeed(
    { file, alt: described },
    missing.map((cut) => unset(cut, publication)),
  );
}

/** Recently drawn covers: edits of a text rarely change its cover, which is a separate file in each book. */
const pictures = new Map<string, Promise<Uint8Array>>();
const mostPictures = 4;

function pictureOf(svg: string): Promise<Uint8Array> {
  const made = pictures.get(svg) ?? paint(svg);
  pictures.delete(svg);
  pictures.set(svg, made);
  const [oldest] = pictures.keys();
  if (pictures.size > mostPictures && oldest !== undefined) pictures.delete(oldest);
  return made;
}

async function paint(svg: string): Promise<Uint8Array> {
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return writePng({ data, ...info });
}

function unset({ text, shown }: CutText, { chapters, madeFrom, slug }: Publication): Diagnostic {
  const instead = shown === "" ? "leaves it out" : `shows "${shown}"`;
  return diagnostic(
    "coverGlyphs",
    `The template's fonts have no glyph for each character of "${text}", so the cover ${instead}.`,
    "Give a cover of your own in the front matter: cover: {image: cover.jpg, alt: …}.",
    { file: chapters[0]?.source?.locate(undefined).file.shown ?? madeFrom[0] ?? slug },
  );
}
