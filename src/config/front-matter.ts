import { z } from "zod";
import { defaultCitationStyle } from "../model/citation-style.ts";
import { footnotePlacements } from "../model/footnote-plan.ts";
import { illustrationKinds } from "../model/metadata.ts";
import * as field from "./fields.ts";
import { roster } from "./roster.ts";

/** Front matter of an article. It is untrusted, so no key selects a path outside its folder, a tool or a flag. */
export const frontMatter = z.strictObject({
  title: field.text.optional().describe("The title of the publication."),
  subtitle: field.text.optional().describe("Printed below the title."),
  "short-title": field.text.optional().describe("The title in running heads; defaults to the title."),
  authors: z
    .array(field.contributor)
    .optional()
    .describe("The authors: names, or objects with more about each person."),
  editors: z.array(field.contributor).optional().describe("The editors."),
  date: field.day.optional().describe("The date of first publication, YYYY-MM-DD."),
  updated: field.day.optional().describe("The date of the last change, YYYY-MM-DD."),
  language: field.language.optional().describe('A BCP 47 tag; defaults to "en".'),
  direction: z.enum(["ltr", "rtl"]).optional().describe("The direction of the text; defaults to that of the language."),
  description: field.text.optional().describe("One or two sentences for catalogues and search results."),
  keywords: z.array(field.text).optional().describe("Keywords for catalogues."),
  publisher: field.text.optional().describe("The publisher."),
  series: field.series.optional().describe("The series that contains it."),
  licence: field.licence.optional().describe("An SPDX identifier or a web address."),
  rights: field.text.optional().describe("A rights statement, printed as written."),
  identifier: field.identifier.optional().describe("One of DOI, ISBN and URN."),
  url: field.webAddress.optional().describe("The web address, printed in the handout with a QR code."),
  "citation-style": field.text
    .optional()
    .describe(
      `The citation style: "ama", "apa", … or a .csl file beside the article; defaults to "${defaultCitationStyle}".`,
    ),
  bibliography: field.fileNames
    .optional()
    .describe("Files of references beside the article, besides references.yaml, .json or .bib."),
  contents: z.boolean().optional().describe("Whether to print a table of contents, if the template has the option."),
  lists: z
    .array(z.enum(illustrationKinds))
    .optional()
    .describe("Lists of figures or tables below the table of contents; in print with page numbers."),
  cover: field.cover.optional().describe("An image beside the article, for the cover of the e-book."),
  template: field.templateChoice.optional().describe("A template, and options that it declares."),
  dialect: field.dialects
    .optional()
    .describe('Tools whose Markdown dialects to read, or "none"; detected from the text by default.'),
  editions: field.editionChoice.optional().describe("Which editions to make."),
  pages: field.pageBudget.optional().describe("The maximum number of pages in print; more are a warning."),
  notes: z
    .enum(footnotePlacements)
    .optional()
    .describe("Where notes are printed: at the end, at the foot of the page, or beside the line."),
  prose: z.boolean().optional().describe("Whether to check style: sentences, abbreviations, sections."),
  "reading-grade": field.readingGrade
    .optional()
    .describe("The maximum reading level, as a United States school grade."),
  variables: field.variables.optional().describe("Texts and numbers to insert for {{name}}."),
  certifier: field.certifier.optional().describe("Who certifies the accessibility of the e-book."),
  roster: roster.optional().describe("The variables that a roster has a column for (offprint merge)."),
  review: field.review.optional().describe("When the text was last checked, and when it must be checked again."),
});

export type FrontMatter = z.output<typeof frontMatter>;
