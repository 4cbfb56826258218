import { z } from "zod";
import * as field from "./fields.ts";

/** A roster column and the type of its cells, for `offprint merge`. */
const column = z
  .strictObject({
    type: z
      .enum(["text", "number", "date"])
      .default("text")
      .describe("The type of a cell; a date is written YYYY-MM-DD and printed in words."),
    required: z
      .boolean()
      .optional()
      .describe("Whether each row must have a value; defaults to true without a default value."),
    default: field.text.optional().describe("The value for empty cells, and for builds without a roster."),
    "one-of": z.array(field.text).min(1).optional().describe("The allowed values."),
  })
  .refine((settings) => settings.default === undefined || settings.required !== true, {
    message: "has a default, so that it need not be in each row.",
  });

export type RosterColumn = z.output<typeof column>;

/** Roster columns by the variable names in the article. */
export const roster = z.record(field.variableName, column);

export type Roster = z.output<typeof roster>;

/** Returns the values of the columns without a row. */
export function defaultsOf(columns: Roster | undefined): Record<string, string> {
  const pairs = Object.entries(columns ?? {}).map(([name, settings]) => [name, settings.default] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}
