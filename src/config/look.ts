import { z } from "zod";
import * as field from "./fields.ts";
import { colour } from "./template-options.ts";

/** A length on paper. */
export const length = z.string().regex(/^\d+(\.\d+)?(in|mm|pt)$/, 'must be a length such as "0.95in" or "25mm".');

export const weights = z.array(
  z.string().regex(/^[1-9]00( italic)?$/, 'must be a weight, with "italic" where it is: "600 italic".'),
);

const pair = z.tuple([colour, colour], "must be two colours: in light, which is that of paper, and in dark.");

/** Roles of colours, each with a value for the light and the dark colour scheme. */
const colours = z.strictObject({
  ink: pair.optional().describe("Text."),
  soft: pair.optional().describe("Captions, dates and other small print."),
  paper: pair.optional().describe("The ground of the page; paper stays white."),
  tint: pair.optional().describe("The ground of boxes and code."),
  rule: pair.optional().describe("Lines."),
  accent: z
    .union([colour.transform((value) => [value] as const), pair])
    .optional()
    .describe("Links and labels; where one colour is given, that in dark is a light shade of it."),
  caution: pair.optional().describe("Labels of warnings."),
});

export type Colours = z.output<typeof colours>;

const typeface = z
  .strictObject({
    family: field.text.describe("The CSS family name."),
    package: field.text.optional().describe("The @fontsource package that carries its files."),
    files: z
      .record(weights.element, field.text)
      .optional()
      .describe('Or font files (TrueType or WOFF 2), by weights: "400", "400 italic".'),
    faces: weights.min(1).optional().describe("Weights; those of the family that it replaces where they are left out."),
    licence: field.text.optional().describe("The file with the licence of the font files; e-books carry it."),
  })
  .refine((own) => (own.package === undefined) !== (own.files === undefined), {
    message: "needs either a package or files.",
  });

export type Typeface = z.output<typeof typeface>;

/** Roles of font families. */
const typefaces = z.strictObject({
  text: typeface.optional().describe("The text."),
  label: typeface.optional().describe("Headings, labels, charts and running heads."),
  code: typeface.optional().describe("Code."),
});

/** What a template or a brand can change without a style sheet. */
export const look = {
  colours: colours.optional().describe("Colours by role, each in light and in dark."),
  typefaces: typefaces.optional().describe("Families by role."),
  measure: z
    .string()
    .regex(/^\d+(\.\d+)?(rem|em|ch)$/, 'must be a length such as "36rem".')
    .optional()
    .describe("The longest line of the web page."),
  margins: z
    .strictObject({
      top: length.optional().describe("Above the text."),
      bottom: length.optional().describe("Below the text."),
      inner: length.optional().describe("On the side of the fold or the staple."),
      outer: length.optional().describe("On the other side; notes beside the text are then at the end."),
    })
    .optional()
    .describe("Margins of the handouts."),
};

const picture = field.text.regex(/\.(?:svg|png|jpe?g)$/i, "must be an SVG, PNG or JPEG file.");

/** Brand shared by all publications of an organisation. */
export const brand = z.strictObject({
  ...look,
  logo: z
    .strictObject({
      light: picture.describe("The file for light grounds and paper."),
      dark: picture.optional().describe("The file for dark grounds."),
      alt: field.text.describe("What it says, for who does not see it."),
    })
    .optional()
    .describe("A picture above the title."),
});

/** The brand keys for one publication: authors choose no packages and no font files. */
export const publicationBrand = brand.omit({ typefaces: true });

export type Brand = z.output<typeof brand>;
export type Look = z.output<z.ZodObject<typeof look>>;
