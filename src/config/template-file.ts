import { z } from "zod";
import * as field from "./fields.ts";

/** A file of the template's own folder. */
const ownFile = z.string().regex(/^[\w][\w./-]*$/, "must be a file in the template's folder.");

const fontFamily = z.strictObject({
  family: field.text.describe("The CSS family name."),
  package: z
    .string()
    .regex(/^@fontsource\/[a-z0-9-]+$/, 'must be an @fontsource package such as "@fontsource/source-serif-4".'),
  faces: z
    .array(z.string().regex(/^[1-9]00( italic)?$/, 'must be a weight, with "italic" where it is: "600 italic".'))
    .min(1),
  for: z.enum(["text", "code"]).default("text").describe("Code faces are left out of documents without code."),
});

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, "must be a colour such as #1f5f8b.");

const option = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("boolean"), default: z.boolean(), description: field.text }),
  z.strictObject({
    type: z.literal("choice"),
    of: z.array(field.text).min(1),
    default: field.text,
    description: field.text,
  }),
  z.strictObject({
    type: z.literal("colour"),
    default: colour,
    on: colour.default("#ffffff").describe("The ground on which it must be readable."),
    description: field.text,
  }),
  z.strictObject({
    type: z.literal("number"),
    default: z.number(),
    least: z.number(),
    most: z.number(),
    description: field.text,
  }),
]);

const medium = z.strictObject({ layout: ownFile, styles: z.array(ownFile).min(1) });

/** `template.yaml`: the layouts and style sheets for each medium, the fonts, and the options an article may set. */
export const templateFile = z.strictObject({
  description: field.text,
  fonts: z.array(fontFamily).default([]),
  screen: medium,
  print: medium,
  book: medium.extend({
    "title-page": ownFile.describe("What stands on the title page, without the document around it."),
  }),
  library: medium.describe("The page that lists the publications."),
  options: z.record(z.string().regex(/^[a-z][a-z-]*$/), option).default({}),
});

export type TemplateFile = z.output<typeof templateFile>;
export type TemplateOption = TemplateFile["options"][string];
