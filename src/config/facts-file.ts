import { z } from "zod";
import type { SourceLocation } from "../diagnostics/diagnostic.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import * as field from "./fields.ts";
import { readPlacedYaml } from "./read-yaml.ts";

const sourceFields = z
  .strictObject({
    text: field.text.optional().describe("The source as text; emphasis and links as in Markdown."),
    url: z
      .string()
      .refine(field.isWebAddress, { message: "must be a web address." })
      .optional()
      .describe("The web address of the source; the text links to it."),
    cite: z
      .union([field.text.transform((key) => [key]), z.array(field.text).min(1, "must name a reference.")])
      .optional()
      .describe("The key of a reference, or a list of keys, instead of a text."),
    locator: field.text.optional().describe("The locator in the last reference: a page, a table."),
  })
  .refine((source) => (source.text === undefined) !== (source.cite === undefined), {
    message: "must have a text or a cite, and not both.",
  });

const source = z.union([field.text.transform((text): z.output<typeof sourceFields> => ({ text })), sourceFields]);

const confidences = ["seen", "second-hand", "unconfirmed"] as const;
export type Confidence = (typeof confidences)[number];

const fact = z
  .strictObject({
    value: z.union([z.number(), field.text]).describe("A number or a text; a text such as 2026-01-31 is a date."),
    unit: field.text
      .optional()
      .describe('"%", a unit such as percent or kilogram, a currency such as USD, or the noun that the number counts.'),
    decimals: z.int().min(0).max(10).optional().describe("The number of decimal places."),
    statement: field.text.describe("A statement of the value that can be understood without the article."),
    statements: z
      .record(field.language, field.text)
      .optional()
      .describe("The statement in other languages, by language tag."),
    source: source.describe("The source: a text, a text with a url, or the key of a reference."),
    checked: field.day.describe("The date of the last comparison with the source, YYYY-MM-DD."),
    recheck: field.day
      .optional()
      .describe("The date after which it must be checked again, YYYY-MM-DD; left out for a value that cannot change."),
    confidence: z
      .enum(confidences)
      .describe("seen: read at the source itself; second-hand: read in a text that cites the source; unconfirmed."),
  })
  .refine(({ checked, recheck }) => recheck === undefined || recheck > checked, {
    path: ["recheck"],
    message: 'must be a day after "checked".',
  });

const id = z
  .string()
  .regex(/^[a-z\d]+(?:[-.][a-z\d]+)*$/, "an id has small letters, digits, hyphens and full stops.")
  .describe("The id of a fact, as in :fact[id].");

/** `facts.yaml`: statements of an article with their sources, by id. */
export const factsFile = z.record(id, fact);

/** A fact with its id and its locations in the file. */
export interface Fact extends z.output<typeof fact> {
  readonly id: string;
  readonly locations: { readonly id: SourceLocation; readonly recheck: SourceLocation; readonly cite: SourceLocation };
}

export type FactSource = Fact["source"];

/** By id, in file order. */
export type Facts = ReadonlyMap<string, Fact>;

/**
 * Reads a facts file; without a file, returns no facts. `language`: that of a translation, whose statements replace the
 * original ones.
 */
export function readFacts(file: SourceFile | undefined, language?: string): Outcome<Facts> {
  if (!file) return succeed(new Map());
  const read = readPlacedYaml(file.text, factsFile, { file: file.shown, rule: "factsShape" });
  if (!read.ok) return read;
  const { value, keyLocation } = read.value;
  const facts = Object.entries(value).map(([name, entry]): Fact => {
    const at = (...path: string[]): SourceLocation => keyLocation(name, ...path);
    const statement = (language !== undefined && entry.statements?.[language]) || entry.statement;
    return {
      ...entry,
      statement,
      id: name,
      locations: { id: at(), recheck: at("recheck"), cite: at("source", "cite") },
    };
  });
  return succeed(new Map(facts.map((entry) => [entry.id, entry])), read.diagnostics);
}

/** Reports whether the day by which a fact had to be checked again has passed; `today` is `YYYY-MM-DD`. */
export function isDue({ recheck }: Pick<Fact, "recheck">, today: string): boolean {
  return recheck !== undefined && recheck < today;
}
