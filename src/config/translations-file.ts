import { stringify } from "yaml";
import { z } from "zod";
import type { Outcome } from "../model/outcome.ts";
import { succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import { readYaml } from "./read-yaml.ts";

/** Digest of each section of the original by id, in the order of the original. */
const sections = z.record(z.string(), z.string().regex(/^[0-9a-f]{12}$/, "must be a digest that Offprint wrote."));

/** `translations.yaml`: the state of the original that a translation was made from, by the path of the translation. */
export const translationsFile = z.record(z.string(), sections);

export type TranslationRecord = z.output<typeof translationsFile>;

/** Reads the record; without a file, returns none. */
export function readTranslationRecord(file: SourceFile | undefined): Outcome<TranslationRecord> {
  if (!file) return succeed({});
  return readYaml(file.text, translationsFile, { file: file.shown, rule: "translationRecord" });
}

const heading = `# What each translation was made from: the sections of its original, each with a digest of its text.
# Written by \`offprint translate --mark\`; keep it beside the texts.
`;

/** Serialises the record sorted by name, so that equal records give equal text. */
export function writeTranslationRecord(record: TranslationRecord): string {
  const sorted = Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return heading + stringify(sorted, { lineWidth: 0 });
}
