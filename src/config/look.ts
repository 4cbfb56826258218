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
  ink: pair.optional().describe("Text colour."),
  soft: pair.optional().describe("Colour of captions, dates and other small print."),
  paper: pair.optional().describe("Page background; printed pages stay white."),
  tint: pair.optional().describe("Background of callouts and code."),
  rule: pair.optional().describe("Colour of rules and borders."),
  accent: z
    .union([colour.transform((value) => [value] as const), pair])
    .optional()
    .describe("Colour of links and labels; if one colour is given, the dark scheme has a light shade of it."),
  caution: pair.optional().describe("Colour of warning labels."),
});

export type Colours = z.output<typeof colours>;

const typeface = z
  .strictObject({
    family: field.text.describe("The CSS family name."),
    package: field.text.optional().describe("The @fontsource package that contains its files."),
    files: z
      .record(weights.element, field.text)
      .optional()
      .describe('Font files (TrueType or WOFF 2) instead of a package, by weight: "400", "400 italic".'),
    faces: weights.min(1).optional().describe("Weights; default to those of the family that it replaces."),
    licence: field.text.optional().describe("The licence file of the fonts; it is added to e-books."),
  })
  .refine((own) => (own.package === undefined) !== (own.files === undefined), {
    message: "needs either a package or files.",
  });

export type Typeface = z.output<typeof typeface>;

/** Roles of font families. */
const typefaces = z.strictObject({
  text: typeface.optional().describe("Family of the text."),
  label: typeface.optional().describe("Family of headings, labels, charts and running heads."),
  code: typeface.optional().describe("Family of code."),
});

/** What a template or a brand can change without a style sheet. */
export const look = {
  colours: colours.optional().describe("Colours by role, each for the light and the dark scheme."),
  typefaces: typefaces.optional().describe("Font families by role."),
  measure: z
    .string()
    .regex(/^\d+(\.\d+)?(rem|em|ch)$/, 'must be a length such as "36rem".')
    .optional()
    .describe("The maximum line length of the web page."),
  margins: z
    .strictObject({
      top: length.optional().describe("Top margin."),
      bottom: length.optional().describe("Bottom margin."),
      inner: length.optional().describe("Inner margin, at the fold or staple."),
      outer: length.optional().describe("Outer margin; side notes are then printed at the end."),
    })
    .optional()
    .describe("Page margins of the PDF editions."),
};

const picture = field.text.regex(/\.(?:svg|png|jpe?g)$/i, "must be an SVG, PNG or JPEG file.");

/** Brand shared by all publications of an organisation. */
export const brand = z.strictObject({
  ...look,
  logo: z
    .strictObject({
      light: picture.describe("The file for light backgrounds and for paper."),
      dark: picture.optional().describe("The file for dark backgrounds."),
      alt: field.text.describe("The alternative text."),
    })
    .optional()
    .describe("A logo above the title."),
});

/** The brand keys for one publication: authors choose no packages and no font files. */
export const publicationBrand = brand.omit({ typefaces: true });

export type Brand = z.output<typeof brand>;
export type Look = z.output<z.ZodObject<typeof look>>;
