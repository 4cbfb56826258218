import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { hi } from "./hi.ts";
import { ja } from "./ja.ts";
import { pt } from "./pt.ts";
import type { PluralForms, Messages } from "./types.ts";
import { ur } from "./ur.ts";
import { zh } from "./zh.ts";

export { boxNames, type BoxName, calloutNames, type CalloutName, type Messages } from "./types.ts";

/** The languages that Offprint speaks, by their primary subtag. */
export const translations = { ar, de, en, es, fr, hi, ja, pt, ur, zh } satisfies Readonly<Record<string, Messages>>;

const tables: Readonly<Record<string, Messages>> = { ...translations, "en-US": { ...en, licence: "License" } };

/** The words in a language (BCP 47), in English where they have not been translated. */
export function messagesFor(language: string): Messages {
  const { baseName, language: primary } = new Intl.Locale(language);
  return tables[baseName] ?? tables[primary] ?? en;
}

/** A number of things, as a language (BCP 47) puts it. */
export function countWith(forms: PluralForms, count: number, language: string): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replace("#", new Intl.NumberFormat(language).format(count));
}
