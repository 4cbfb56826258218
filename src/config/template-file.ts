import { z } from "zod";
import { designs } from "../model/edition.ts";
import * as field from "./fields.ts";
import { length, weights } from "./look.ts";
import { colour, templateOptions } from "./template-options.ts";

/** A file in the template's own folder. */
export const ownFile = z.string().regex(/^[\w][\w./-]*$/, "must be a file in the template's folder.");

const fontPackage = z
  .string()
  .regex(/^@fontsource\/[a-z0-9-]+$/, 'must be an @fontsource package such as "@fontsource/source-serif-4".')
  .describe("The npm package that carries its files.");

export const fontFamily = z.strictObject({
  family: field.text.describe("The CSS family name."),
  package: fontPackage,
  faces: weights.min(1).describe('Weights, with "italic" where it is: "600 italic".'),
  scripts: z
    .array(z.string().regex(/^[A-Z][a-z]{3}$/, 'must be an ISO 15924 code such as "Arab".'))
    .min(1)
    .optional()
    .describe(
      "ISO 15924 codes such as Arab; Zsye for emoji. It makes the family optional: where its package is installed, it gives what a text has in these scripts and the other families lack.",
    ),
  for: z
    .enum(["text", "code", "math"])
    .default("text")
    .describe("Faces for code or formulas are left out of documents without them."),
  designs: z
    .array(z.enum(designs))
    .min(1)
    .optional()
    .describe("The designs of PDF editions that the family is for; all editions where it is left out."),
});

export const medium = z.strictObject({
  layout: ownFile.describe("The Liquid layout."),
  styles: z.array(ownFile).min(1).describe("The style sheets, in their order."),
});

export const sheet = z.strictObject({
  size: z
    .string()
    .regex(/^\d+(\.\d+)?(in|mm|pt) \d+(\.\d+)?(in|mm|pt)$/, 'must be a width and a height such as "8.5in 11in".')
    .describe("Its width and its height."),
  top: length.describe("The margin above the text."),
  bottom: length.describe("The margin below the text."),
  inner: length.describe("The margin on the side of the fold or the staple."),
  outer: length.describe("The margin on the other side."),
  edge: length
    .optional()
    .describe("What is left of the outer margin where notes stand in it; only where that is wide enough for them."),
  number: z
    .enum(["foot", "outer foot", "head"])
    .describe(
      "Where the number of a page is: in the corner at the end of its foot; in the outer corner of its foot, as in a book; in the corner at the end of its head, as the American Council of the Blind asks of pages that are not bound.",
    ),
});

const papers = z.strictObject({
  letter: sheet.describe("US Letter, or a part of it."),
  A4: sheet.describe("A4, or a part of it."),
});

/** Colours for the light scheme, which print uses, and the dark scheme. */
const schemeColors = z.tuple([colour, colour]);

export const charts = z.strictObject({
  family: field.text.describe("The font family of their words, with the faces 400 and 600."),
  colours: z
    .strictObject({
      ink: schemeColors.describe("Words."),
      soft: schemeColors.describe("Axes."),
      rule: schemeColors.describe("Lines across the plot."),
      paper: schemeColors.describe("The ground."),
    })
    .describe("Each by day and by night."),
  series: z
    .array(schemeColors)
    .length(4)
    .describe("The second to the fifth series, by day and by night; the first has the accent."),
});

/** Layout of running heads, under either of its names. */
export const heads = {
  "running-heads": ownFile.optional().describe("The running heads and feet, each on a page of its own."),
  heads: ownFile.optional().describe('The former name of "running-heads".'),
};

/** `template.yaml`: layouts and style sheets for each medium, fonts, and options for articles. */
export const templateFile = z
  .strictObject({
    description: field.text.describe("What the template is for, in a sentence."),
    fonts: z.array(fontFamily).default([]).describe("The font families that the style sheets name."),
    typefaces: z
      .strictObject({
        text: field.text.describe("That of the text."),
        label: field.text.describe("That of headings, labels and running heads."),
        code: field.text.describe("That of code."),
      })
      .describe("What the families are for: a template or a house that has others gives them by these roles."),
    screen: medium
      .extend({ script: ownFile.optional().describe("The one script of the web page, which works without it.") })
      .describe("The web page."),
    print: medium
      .extend({
        ...heads,
        papers: z
          .strictObject({
            plain: papers.describe("The pages of editions without a design of their own."),
            columns: papers.describe("The same with two columns."),
            ...(Object.fromEntries(
              designs.map((design) => [design, papers.describe(`The pages of the design ${design}.`)]),
            ) as Record<(typeof designs)[number], typeof papers>),
          })
          .describe("The pages of the PDF editions, on either paper."),
        designs: z
          .partialRecord(z.enum(designs), z.array(ownFile).min(1))
          .default({})
          .describe("Further style sheets for the PDF editions that have a design of their own."),
      })
      .transform(({ heads: former, ...print }, context) => {
        const file = print["running-heads"] ?? former;
        if (file !== undefined) return { ...print, "running-heads": file };
        context.addIssue({ code: "custom", path: ["running-heads"], message: "must be a layout." });
        return z.NEVER;
      })
      .describe("The PDF editions."),
    book: medium
      .extend({ "title-page": ownFile.describe("What stands on the title page, without the document around it.") })
      .describe("The e-book."),
    library: medium
      .extend({ script: ownFile.optional().describe("Its one script; the page works without it.") })
      .describe("The page that lists the publications."),
    charts: charts.describe("What charts look like."),
    options: templateOptions,
  })
  .refine(
    ({ fonts, typefaces }) => Object.values(typefaces).every((name) => fonts.some(({ family }) => family === name)),
    {
      path: ["typefaces"],
      message: "must be the template's font families.",
    },
  )
  .refine(({ fonts, charts: { family } }) => fonts.some((font) => font.family === family && isFitForCharts(font)), {
    path: ["charts", "family"],
    message: "must be one of the template's font families, with the faces 400 and 600.",
  });

export type TemplateFile = z.output<typeof templateFile>;
/** A page of a paged edition. */
export type TemplateSheet = z.output<typeof sheet>;

function isFitForCharts({ faces }: z.output<typeof fontFamily>): boolean {
  return ["400", "600"].every((face) => faces.includes(face));
}
