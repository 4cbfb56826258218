import { de } from "./words/de.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import type { Words } from "./words/types.ts";

export { calloutNames, type CalloutName, type Words } from "./words/types.ts";

const tables: Readonly<Record<string, Words>> = { en, "en-US": { ...en, licence: "License" }, de, es, fr };

export const everyLanguage: readonly Words[] = Object.values(tables);

/** The words in a language (BCP 47), in English where they have not been translated. */
export function wordsFor(language: string): Words {
  const { baseName, language: primary } = new Intl.Locale(language);
  return tables[baseName] ?? tables[primary] ?? en;
}
