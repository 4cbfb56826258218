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
  .describe("The npm package that contains its files.");

export const fontFamily = z.strictObject({
  family: field.text.describe("The CSS family name."),
  package: fontPackage,
  faces: weights.min(1).describe('Weights, each with "italic" if it is italic: "600 italic".'),
  scripts: z
    .array(z.string().regex(/^[A-Z][a-z]{3}$/, 'must be an ISO 15924 code such as "Arab".'))
    .min(1)
    .optional()
    .describe(
      "ISO 15924 codes such as Arab; Zsye for emoji. Makes the family optional: if its package is installed, it provides glyphs of these scripts that the other families lack.",
    ),
  for: z
    .enum(["text", "code", "math"])
    .default("text")
    .describe(
      "What the family is used for; faces for code or formulas are left out of documents without code or formulas.",
    ),
  designs: z
    .array(z.enum(designs))
    .min(1)
    .optional()
    .describe("The designs of PDF editions that use the family; defaults to all."),
});

export const medium = z.strictObject({
  layout: ownFile.describe("The Liquid layout."),
  styles: z.array(ownFile).min(1).describe("The style sheets, in order."),
});

export const sheet = z.strictObject({
  size: z
    .string()
    .regex(/^\d+(\.\d+)?(in|mm|pt) \d+(\.\d+)?(in|mm|pt)$/, 'must be a width and a height such as "8.5in 11in".')
    .describe("Width and height."),
  top: length.describe("Top margin."),
  bottom: length.describe("Bottom margin."),
  inner: length.describe("Inner margin, at the fold or staple."),
  outer: length.describe("Outer margin."),
  edge: length
    .optional()
    .describe(
      "The part of the outer margin that stays empty beside side notes; only for pages with room for side notes.",
    ),
  number: z
    .enum(["foot", "outer foot", "head"])
    .describe(
      "The position of the page number: foot (the end corner of the foot), outer foot (the outer corner, as in a book) or head (the end corner of the head, as the American Council of the Blind recommends for unbound pages).",
    ),
});

const papers = z.strictObject({
  letter: sheet.describe("Pages on US Letter paper."),
  A4: sheet.describe("Pages on A4 paper."),
});

/** Colours for the light scheme, which print uses, and the dark scheme. */
const schemeColours = z.tuple([colour, colour]);

export const charts = z.strictObject({
  family: field.text.describe("The font family of chart text, with the faces 400 and 600."),
  colours: z
    .strictObject({
      ink: schemeColours.describe("Text."),
      soft: schemeColours.describe("Axes."),
      rule: schemeColours.describe("Grid lines."),
      paper: schemeColours.describe("Background."),
    })
    .describe("Colours of charts, each for the light and the dark scheme."),
  series: z
    .array(schemeColours)
    .length(4)
    .describe(
      "Colours of the second to the fifth series, for the light and the dark scheme; the first has the accent colour.",
    ),
});

/** Layout of running heads, under either of its names. */
export const runningHeadsLayout = {
  "running-heads": ownFile.optional().describe("The layout of running heads and feet."),
  heads: ownFile.optional().describe('The former name of "running-heads".'),
};

/** `template.yaml`: layouts and style sheets for each medium, fonts, and options for articles. */
export const templateFile = z
  .strictObject({
    description: field.text.describe("One sentence: what the template is for."),
    fonts: z.array(fontFamily).default([]).describe("The font families that the style sheets use."),
    typefaces: z
      .strictObject({
        text: field.text.describe("Family of the text."),
        label: field.text.describe("Family of headings, labels and running heads."),
        code: field.text.describe("Family of code."),
      })
      .describe("The font families by role; child templates and brands replace them by role."),
    screen: medium
      .extend({ script: ownFile.optional().describe("The script of the web page, which also works without it.") })
      .describe("The web page."),
    print: medium
      .extend({
        ...runningHeadsLayout,
        papers: z
          .strictObject({
            plain: papers.describe("Pages of editions without a design."),
            columns: papers.describe("Pages with two columns."),
            ...(Object.fromEntries(
              designs.map((design) => [design, papers.describe(`The pages of the design ${design}.`)]),
            ) as Record<(typeof designs)[number], typeof papers>),
          })
          .describe("The pages of the PDF editions, by paper."),
        designs: z
          .partialRecord(z.enum(designs), z.array(ownFile).min(1))
          .default({})
          .describe("More style sheets for PDF editions with a design, by design."),
      })
      .transform(({ heads: former, ...print }, context) => {
        const file = print["running-heads"] ?? former;
        if (file !== undefined) return { ...print, "running-heads": file };
        context.addIssue({ code: "custom", path: ["running-heads"], message: "must be a layout." });
        return z.NEVER;
      })
      .describe("The PDF editions."),
    book: medium
      .extend({ "title-page": ownFile.describe("The layout of the title page's content.") })
      .describe("The e-book."),
    library: medium
      .extend({ script: ownFile.optional().describe("The script of the page, which also works without it.") })
      .describe("The page that lists the publications."),
    charts: charts.describe("The appearance of charts."),
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
