import spdxIds from "spdx-license-ids/index.json" with { type: "json" };
import { z } from "zod";
import { type DialectName, dialectNames } from "../model/dialect.ts";
import { editionNames, pagedEditions } from "../model/edition.ts";
import { everyEditionName, findEdition } from "../model/every-edition.ts";
import { isKnownLanguage } from "../model/known-language.ts";
import { unwritable } from "../model/unwritable.ts";

// Value types of front matter, publication.yaml and template.yaml.

export const text = z
  .string()
  .overwrite((value) => value.replaceAll(unwritable, ""))
  .trim()
  .min(1, "must not be empty.");

/** A calendar day, `YYYY-MM-DD` (ISO 8601). */
export const day = z.iso.date("must be a day of the calendar written YYYY-MM-DD, such as 2026-05-23.");

/** BCP 47: well-formed, with a known primary language. */
export const language = z
  .string()
  .refine(isKnownLanguage, {
    message: 'must be a BCP 47 language tag such as "en", "es-MX" or "zh-Hant".',
    params: { rule: "languageKnown" },
  })
  .transform(canonicalLanguage);

/** Returns the canonical form: `EN-gb` is `en-GB` (RFC 5646, 4.5). */
export function canonicalLanguage(tag: string): string {
  return Intl.getCanonicalLocales(tag)[0] ?? tag;
}

/** With ISO 7064 MOD 11-2 check digit, as https://support.orcid.org describes for ORCID iDs. */
const orcid = z
  .string()
  .transform((value) => value.replace(/^https?:\/\/orcid\.org\//, ""))
  .refine((value) => /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(value) && orcidCheckDigit(value) === value.at(-1), {
    message: "must be an ORCID iD such as 0000-0002-1825-0097; its last character is a check digit.",
  });

function orcidCheckDigit(value: string): string {
  const digits = value.replaceAll("-", "").slice(0, -1);
  const total = Array.from(digits).reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const rest = (12 - (total % 11)) % 11;
  return rest === 10 ? "X" : String(rest);
}

export const licence = z.string().refine((value) => spdxIds.includes(value) || isWebAddress(value), {
  message: 'must be an SPDX identifier such as "CC-BY-4.0" or a web address.',
});

export function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ["https:", "http:"].includes(new URL(value).protocol);
}

export const webAddress = z.string().refine(isWebAddress, {
  message: "must be a web address such as https://example.org/handout.",
});

const contributorFields = z.strictObject({
  name: text.optional().describe("The name as printed; defaults to the given and the family name."),
  given: text.optional().describe("The given name."),
  family: text.optional().describe("The family name."),
  orcid: orcid.optional().describe("An ORCID iD, such as 0000-0002-1825-0097."),
  affiliation: text.optional().describe("The institution of the person."),
  role: text.optional().describe("The person's role, printed beside the name."),
});

/** A name alone, or a name with more keys. */
export const contributor = z
  .union([text.transform((name) => ({ name })), contributorFields])
  .refine((value) => value.name !== undefined || ("family" in value && value.family !== undefined), {
    message: "a person needs a name, or a family name.",
  });

/** ISO 26324, with or without a resolver address. */
const doi = z
  .string()
  .transform((value) => value.replace(/^https?:\/\/(dx\.)?doi\.org\//, ""))
  .refine((value) => /^10\.\d{4,9}\/\S+$/.test(value), { message: "must be a DOI such as 10.1000/182." });

const isbn = z
  .string()
  .refine(isIsbn13, { message: "must be an ISBN of 13 digits, the last of which is a check digit." });

const urn = z.string().regex(/^urn:[a-z0-9][a-z0-9-]{0,31}:\S+$/i, "must be a URN such as urn:uuid:… (RFC 8141).");

export const identifier = z
  .strictObject({
    doi: doi.optional().describe("A DOI, such as 10.1000/182."),
    isbn: isbn.optional().describe("An ISBN of 13 digits."),
    urn: urn.optional().describe("A URN, such as urn:uuid:…"),
  })
  .refine((value) => Object.keys(value).length === 1, { message: "must have exactly one of doi, isbn, urn." });

/** Validates an ISBN (ISO 2108). */
function isIsbn13(value: string): boolean {
  const digits = value.replaceAll(/[-\s]/g, "");
  if (!/^97[89]\d{10}$/.test(digits)) return false;
  return (
    Array.from(digits).reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0
  );
}

/** One file name or several. */
export const fileNames = z.union([text.transform((name) => [name]), z.array(text)]);

/** A United States school grade. */
export const readingGrade = z.number().min(1).max(18);

export const review = z.strictObject({
  checked: day.describe("The date of the last check of the text, YYYY-MM-DD."),
  by: text.optional().describe("Who checked it."),
  next: day.optional().describe("The date by which it must be checked again, YYYY-MM-DD."),
});

export const certifier = z.union([
  text.transform((name) => ({ name })),
  z.strictObject({
    name: text.describe("The person or organisation that certifies it."),
    credential: text.optional().describe("Their credential, as text or as a web address."),
    report: z
      .string()
      .refine(isWebAddress, "must be a web address.")
      .optional()
      .describe("The web address of a report."),
  }),
]);

export const cover = z.union([
  text.transform((image) => ({ image, alt: "" })),
  z.strictObject({
    image: text.describe("An image beside the article."),
    alt: z.string().default("").describe("The alternative text."),
  }),
]);

export const templateChoice = z.union([
  text.transform((name) => ({ name, options: {} })),
  z.strictObject({
    name: text.describe("The template's name."),
    options: z.record(z.string(), z.unknown()).default({}).describe("Options that the template declares, by name."),
  }),
]);

/** All editions, including those of plug-ins. The editor schema lists the built-in ones. */
const editionName = z
  .string()
  .superRefine((name, context) => {
    if (!findEdition(name)) context.addIssue({ code: "invalid_value", values: everyEditionName(), input: name });
  })
  .meta({ enum: editionNames });

export const editionChoice = z.array(editionName).min(1, "must name at least one edition.");

const pageCount = z.int().min(1).max(100_000);

/** Maximum number of pages of paged editions. */
export const pageBudget = z.strictObject({
  most: z
    .union([pageCount, z.partialRecord(z.enum(pagedEditions), pageCount)])
    .describe("A number for all PDF editions, or one by edition name."),
});

/** Dialects of a text: one, several, or none. */
export const dialects = z.union([
  z.literal("none").transform((): DialectName[] => []),
  z.enum(dialectNames).transform((name) => [name]),
  z.array(z.enum(dialectNames)).min(1),
]);

export const variableName = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}\p{M}_-]*$/u, "a variable's name has letters, digits, hyphens and underscores.");

/** Strings and numbers by variable name. */
export const variables = z.record(variableName, z.union([z.string(), z.number()]));

export const series = z.union([
  text.transform((name) => ({ name })),
  z.strictObject({
    name: text.describe("The name of the series."),
    number: z.number().optional().describe("The number of this publication in the series."),
  }),
]);
