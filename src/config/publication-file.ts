import { z } from "zod";
import * as field from "./fields.ts";
import { frontMatter } from "./front-matter.ts";
import { publicationBrand } from "./look.ts";

/** A Markdown file in the publication's folder, or another publication.yaml whose chapters are included. */
const chapterFile = field.text;

const part = z.strictObject({
  part: field.text.describe("The title of the part."),
  chapters: z.array(chapterFile).min(1, "a part needs a chapter.").describe("The chapters, in order."),
});

/** `publication.yaml`: the keys of front matter, and the list of chapters. */
export const publicationFile = z.strictObject({
  ...frontMatter.shape,
  brand: publicationBrand
    .optional()
    .describe(
      "Logo, colours, line length and margins that override the configuration; file names are relative to this folder.",
    ),
  chapters: z
    .array(z.union([chapterFile, part]))
    .min(1, "must name at least one chapter.")
    .optional()
    .describe(
      "Markdown files of this folder in order, parts, and other publication.yaml files to include; defaults to all Markdown files of the folder in the order of their names.",
    ),
});

export type PublicationFile = z.output<typeof publicationFile>;
