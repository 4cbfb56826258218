import type { z } from "zod";

/** Parses JSON in a form of Offprint's own. Returns `undefined` without a text, or for any other. */
export function parseOwnJson<S extends z.ZodType>(schema: S, text: string | undefined): z.output<S> | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
