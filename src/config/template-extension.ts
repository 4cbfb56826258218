import { z } from "zod";
import { designs } from "../model/edition.ts";
import * as field from "./fields.ts";
import { look } from "./look.ts";
import { charts, fontFamily, medium, ownFile, runningHeadsLayout, sheet } from "./template-file.ts";
import { coreOptions, option } from "./template-options.ts";

const styles = z
  .array(ownFile)
  .min(1)
  .optional()
  .describe("Style sheets after those of the parent; a file with the name of a parent's file replaces it.");

const part = medium.partial().extend({ styles });

const papers = z.strictObject({
  letter: sheet.partial().optional().describe("Pages on US Letter paper."),
  A4: sheet.partial().optional().describe("Pages on A4 paper."),
});

/** `template.yaml` of a template that extends another, with its own values and files. */
export const templateExtension = z.strictObject({
  extends: field.text.describe("The parent template, for everything that is not given here."),
  description: field.text.optional().describe("One sentence: what the template is for."),
  ...look,
  fonts: z.array(fontFamily).optional().describe("More font families."),
  styles,
  screen: part
    .extend({ script: ownFile.optional().describe("The script of the web page.") })
    .optional()
    .describe("The web page."),
  print: part
    .extend({
      ...runningHeadsLayout,
      papers: z
        .partialRecord(z.enum(["plain", "columns", ...designs]), papers.describe("By paper."))
        .optional()
        .describe("Changes to the pages of the PDF editions."),
      designs: z.partialRecord(z.enum(designs), z.array(ownFile).min(1)).optional().describe("More style sheets."),
    })
    .transform(({ heads: former, ...print }) => (former === undefined ? print : { "running-heads": former, ...print }))
    .optional()
    .describe("The PDF editions."),
  book: part
    .extend({ "title-page": ownFile.optional().describe("The title page.") })
    .optional()
    .describe("The e-book."),
  library: part.optional().describe("The page that lists the publications."),
  charts: charts.partial().optional().describe("The appearance of charts."),
  options: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), option]))
    .optional()
    .describe(`Defaults by option name (${Object.keys(coreOptions).join(", ")}, …), or new options.`),
});

export type TemplateExtension = z.output<typeof templateExtension>;
