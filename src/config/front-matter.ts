import { z } from "zod";
import { footnotePlacements } from "../model/footnote-plan.ts";
import { illustrationKinds } from "../model/metadata.ts";
import * as field from "./fields.ts";
import { roster } from "./roster.ts";

/** Front matter of an article. It is untrusted, so no key selects a path outside its folder, a tool or a flag. */
export const frontMatter = z.strictObject({
  title: field.text.optional().describe("The title of the publication."),
  subtitle: field.text.optional().describe("Printed below the title."),
  "short-title": field.text.optional().describe("For running heads; the title where it is left out."),
  authors: z.array(field.contributor).optional().describe("Who wrote it: names, or what is known of each person."),
  editors: z.array(field.contributor).optional().describe("Who edited it."),
  date: field.day.optional().describe("The day of first publication, YYYY-MM-DD."),
  updated: field.day.optional().describe("The day of the last change, YYYY-MM-DD."),
  language: field.language.optional().describe('A BCP 47 tag; "en" where it is left out.'),
  direction: z.enum(["ltr", "rtl"]).optional().describe("Of the text; that of the language where it is left out."),
  description: field.text.optional().describe("One or two sentences for catalogues and search results."),
  keywords: z.array(field.text).optional().describe("Words to find it by in catalogues."),
  publisher: field.text.optional().describe("Who publishes it."),
  series: field.series.optional().describe("The series that it is part of."),
  licence: field.licence.optional().describe("An SPDX identifier or a web address."),
  rights: field.text.optional().describe("A sentence on rights, printed as it stands."),
  identifier: field.identifier.optional().describe("One of DOI, ISBN and URN."),
  url: field.webAddress.optional().describe("Where it is on the web: printed in the handout, with a QR code."),
  "citation-style": field.text
    .optional()
    .describe(
      'How references are written: "ama", "apa", … or a .csl file beside the article; "ama" where it is left out.',
    ),
  bibliography: field.fileNames
    .optional()
    .describe("Files of references beside the article, besides references.yaml, .json or .bib."),
  contents: z.boolean().optional().describe("Whether there is a contents list, where the template has the option."),
  lists: z
    .array(z.enum(illustrationKinds))
    .optional()
    .describe("Lists below the contents list, of figures or of tables; on paper with their pages."),
  cover: field.cover.optional().describe("An image beside the article, for the cover of the e-book."),
  template: field.templateChoice.optional().describe("A template, and options that it declares."),
  dialect: field.dialects
    .optional()
    .describe('Tools whose Markdown it is, or "none"; what its text shows where it is left out.'),
  editions: field.editionChoice.optional().describe("Which editions to make."),
  pages: field.pageBudget.optional().describe("How many pages it may have on paper; more are a warning."),
  notes: z
    .enum(footnotePlacements)
    .optional()
    .describe("Where notes stand on paper: at the end, at the foot of the page, or beside the line."),
  prose: z.boolean().optional().describe("Whether matters of style are looked at: sentences, abbreviations, sections."),
  "reading-grade": field.readingGrade.optional().describe("The highest school grade that the text may ask for."),
  variables: field.variables.optional().describe("Texts and numbers that {{name}} in the text stands for."),
  certifier: field.certifier.optional().describe("Who vouches for the accessibility of the e-book."),
  roster: roster.optional().describe("The variables that a roster has a column for (offprint merge)."),
  review: field.review.optional().describe("When the text was last checked, and when it must be checked again."),
});

export type FrontMatter = z.output<typeof frontMatter>;
