import { z } from "zod";
import { normaliseDoi } from "../../model/doi.ts";
import { text } from "../fields.ts";

// CSL-JSON items (https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV).

const words = (list: string): string[] => list.trim().split(/\s+/);

const types = words(`
  article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
  document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
  manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
  personal_communication post post-weblog regulation report review review-book software song speech standard thesis
  treaty webpage`);

const textNames = words(`
  abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number citation-key
  citation-label collection-number collection-title container-title container-title-short dimensions division DOI
  edition event event-place event-title first-reference-note-number genre ISBN ISSN issue journalAbbreviation
  jurisdiction keyword language license medium note number number-of-pages number-of-volumes original-publisher
  original-publisher-place original-title page page-first part-number part-title PMCID PMID printing-number publisher
  publisher-place references reviewed-genre reviewed-title scale section shortTitle source status supplement-number
  system_id title title-short URL version volume volume-title volume-title-short year-suffix`);

const nameLists = words(`
  author chair collection-editor compiler composer container-author contributor curator director editor
  editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer
  original-author performer producer recipient reviewed-author script-writer series-creator translator`);

const dateNames = words("accessed available-date event-date issued original-date submitted");

const plain = z.union([text, z.number().transform(String)]);

const name = z.union([
  text.transform((literal) => ({ literal })),
  z.strictObject({
    family: text.optional(),
    given: text.optional(),
    literal: text.optional(),
    suffix: text.optional(),
    "dropping-particle": text.optional(),
    "non-dropping-particle": text.optional(),
    "comma-suffix": z.unknown().optional(),
    "static-ordering": z.unknown().optional(),
    "parse-names": z.unknown().optional(),
  }),
]);

const datePart = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+$/, "must be a number.")
    .transform(Number),
]);

/** `2024`, `2024-03`, `2024-03-15`, ranges of these with a slash (ISO 8601), or literal text. */
const writtenDate = plain.transform((written) =>
  /^\d{4}(-\d\d?){0,2}(\/\d{4}(-\d\d?){0,2})?$/.test(written)
    ? { "date-parts": written.split("/").map((day) => day.split("-").map(Number)) }
    : { literal: written },
);

const date = z.union([
  writtenDate,
  z.strictObject({
    "date-parts": z.array(z.array(datePart).min(1).max(3)).min(1).max(2).optional(),
    season: z.union([text, z.number()]).optional(),
    circa: z.union([text, z.number(), z.boolean()]).optional(),
    literal: text.optional(),
    raw: text.optional(),
  }),
]);

const each = <S extends z.ZodType>(names: readonly string[], schema: S): Record<string, S> =>
  Object.fromEntries(names.map((key) => [key, schema]));

/** A work in CSL-JSON; numbers, dates and names may be plain text. */
export const cslItem = z.strictObject({
  ...each(textNames, plain.optional()),
  ...each(nameLists, z.array(name).optional()),
  ...each(dateNames, date.optional()),
  id: plain,
  type: z
    .string()
    .refine((type) => types.includes(type), "must be a type of CSL such as article-journal, book, report or webpage.")
    .default("document"),
  author: z.array(name).optional(),
  editor: z.array(name).optional(),
  title: plain.optional(),
  accessed: date.optional(),
  edition: plain.optional(),
  DOI: plain.transform(normaliseDoi).optional(),
  URL: plain.optional(),
  categories: z.unknown().optional(),
  custom: z.unknown().optional(),
});

export type CslItem = z.output<typeof cslItem>;
export type CslName = z.output<typeof name>;

/** The file: a list of works, or a map with the list under `references`, as in Pandoc. */
export const cslItems = z.union([
  z.array(cslItem),
  z.strictObject({ references: z.array(cslItem) }).transform(({ references }) => references),
]);
