import { z } from "zod";
import { designs } from "../model/edition.ts";
import * as field from "./fields.ts";
import { look } from "./look.ts";
import { charts, fontFamily, heads, medium, ownFile, sheet } from "./template-file.ts";
import { coreOptions, option } from "./template-options.ts";

const styles = z
  .array(ownFile)
  .min(1)
  .optional()
  .describe("Style sheets behind those of the parent; a file of the name of one of the parent's takes its place.");

const part = medium.partial().extend({ styles });

const papers = z.strictObject({
  letter: sheet.partial().optional().describe("US Letter, or a part of it."),
  A4: sheet.partial().optional().describe("A4, or a part of it."),
});

/** `template.yaml` of a template that extends another, with its own values and files. */
export const templateExtension = z.strictObject({
  extends: field.text.describe("The template that gives everything that is not given here."),
  description: field.text.optional().describe("What the template is for, in a sentence."),
  ...look,
  fonts: z.array(fontFamily).optional().describe("Further font families."),
  styles,
  screen: part
    .extend({ script: ownFile.optional().describe("The one script of the web page.") })
    .optional()
    .describe("The web page."),
  print: part
    .extend({
      ...heads,
      papers: z
        .partialRecord(z.enum(["plain", "columns", ...designs]), papers.describe("On either paper."))
        .optional()
        .describe("What is another of the pages of the PDF editions."),
      designs: z.partialRecord(z.enum(designs), z.array(ownFile).min(1)).optional().describe("Further style sheets."),
    })
    .transform(({ heads: former, ...print }) => (former === undefined ? print : { "running-heads": former, ...print }))
    .optional()
    .describe("The PDF editions."),
  book: part
    .extend({ "title-page": ownFile.optional().describe("The title page.") })
    .optional()
    .describe("The e-book."),
  library: part.optional().describe("The page that lists the publications."),
  charts: charts.partial().optional().describe("What charts look like."),
  options: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), option]))
    .optional()
    .describe(`Defaults by the name of an option (${Object.keys(coreOptions).join(", ")}, …), or options of its own.`),
});

export type TemplateExtension = z.output<typeof templateExtension>;
