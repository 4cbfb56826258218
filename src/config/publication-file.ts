import { z } from "zod";
import * as field from "./fields.ts";
import { frontMatter } from "./front-matter.ts";
import { publicationBrand } from "./look.ts";

/** A Markdown file in the publication's folder, or another publication.yaml whose chapters are included. */
const chapterFile = field.text;

const part = z.strictObject({
  part: field.text.describe("The title of the part."),
  chapters: z.array(chapterFile).min(1, "a part needs a chapter.").describe("Its chapters, in their order."),
});

/** `publication.yaml`: the keys of front matter, and the list of chapters. */
export const publicationFile = z.strictObject({
  ...frontMatter.shape,
  brand: publicationBrand
    .optional()
    .describe("Logo, colours, measure and margins, over those of the configuration; files from this folder."),
  chapters: z
    .array(z.union([chapterFile, part]))
    .min(1, "must name at least one chapter.")
    .optional()
    .describe(
      "Markdown files of this folder, in their order; parts; other publication.yaml files to take in. All of the folder in the order of their names where it is left out.",
    ),
});

export type PublicationFile = z.output<typeof publicationFile>;
