import { z } from "zod";
import * as field from "./fields.ts";

export const colour = z.string().regex(/^#[0-9a-f]{6}$/i, "must be a colour such as #1f5f8b.");

const description = field.text.describe("One sentence: what the option changes.");

const boolean = z.strictObject({
  type: z.literal("boolean").describe("A true or false value."),
  default: z.boolean().describe("The default."),
  description,
});

const choice = choiceOf(field.text);

const colourOption = z.strictObject({
  type: z.literal("colour").describe("A colour, such as #1f5f8b."),
  default: colour.describe("The default colour."),
  on: colour.default("#ffffff").describe("The background against which its contrast is checked."),
  description,
});

const number = z.strictObject({
  type: z.literal("number").describe("A number in a range."),
  default: z.number().describe("The default number."),
  least: z.number().describe("The minimum."),
  most: z.number().describe("The maximum."),
  description,
});

const sizeOption = z.strictObject({
  type: z.literal("size").describe('The size of a page: a name such as A5 or Legal, or two lengths such as "6in 9in".'),
  default: z.string().describe("The default; empty: the paper size."),
  description,
});

const lengthsOption = z.strictObject({
  type: z.literal("lengths").describe('One to four lengths, such as "20mm" or "0.8in 1in".'),
  default: z.string().describe("The default; empty: the template's margins."),
  most: z.number().int().min(1).max(4).describe("The allowed numbers."),
  description,
});

export const option = z.discriminatedUnion("type", [boolean, choice, colourOption, number, sizeOption, lengthsOption]);

export type TemplateOption = z.output<typeof option>;

/** Options of every template, because formats read them; a template may narrow the choices. */
export const coreOptions = {
  accent: colourOption.describe("The colour of links, rules and labels."),
  paper: choiceOf(z.enum(["edition", "letter", "A4"])).describe("The paper of the PDF."),
  "page-size": sizeOption.describe("The page size of the PDF."),
  margins: lengthsOption.describe("The page margins of the PDF."),
  gutter: lengthsOption.describe("Extra inner margin for holes or binding."),
  bleed: lengthsOption.describe("The bleed: how far colour extends beyond the trimmed edge."),
  marks: choiceOf(z.enum(["none", "crop", "cross", "crop cross"])).describe(
    "Printer's marks outside the trimmed page.",
  ),
  sheets: number.describe("Sheets per signature of the booklet; 0: the default number."),
  thickness: number.describe("The thickness of the booklet's paper in millimetres."),
  hyphenate: boolean.describe("Whether to hyphenate words in print."),
  sides: choiceOf(z.enum(["one", "two"])).describe("The sides of the paper that are printed on."),
  columns: choiceOf(z.enum(["1", "2"])).describe("Columns of text on a page."),
  contents: boolean.describe("Whether to print a table of contents."),
  "contents-depth": choiceOf(z.enum(["auto", "1", "2", "3"])).describe(
    "The number of levels in the table of contents.",
  ),
  "numbered-sections": boolean.describe("Whether sections have numbers."),
  links: choiceOf(z.enum(["notes", "inline", "none"])).describe("Where the PDF prints the addresses of links."),
  "qr-codes": choiceOf(z.enum(["article", "links", "none"])).describe("What the PDF shows QR codes for."),
  fillable: boolean.describe("Whether a PDF can be filled in on the screen."),
  "book-fonts": boolean.describe("Whether the e-book carries the template's fonts."),
};

/** Options that an article can set: the core options and those of the template. */
export const templateOptions = z
  .object(coreOptions)
  .catchall(option)
  .superRefine((options, context) => {
    for (const name of Object.keys(options)) {
      if (!/^[a-z][a-z-]*$/.test(name))
        context.addIssue({ code: "custom", path: [name], message: "must be small letters and hyphens." });
    }
  })
  .describe("Options that an article can set.");

/** Values of the core options. */
export type CoreChoices = {
  readonly [Name in keyof typeof coreOptions]: z.output<(typeof coreOptions)[Name]>["default"];
};

function choiceOf<Words extends z.ZodType<string>>(words: Words) {
  return z.strictObject({
    type: z.literal("choice").describe("One of several keywords."),
    of: z.array(words).min(1).describe("The allowed keywords."),
    default: words.describe("The default keyword."),
    description,
  });
}
