import { ar } from "./ar.ts";
import { bn } from "./bn.ts";
import { de } from "./de.ts";
import { el } from "./el.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fa } from "./fa.ts";
import { fr } from "./fr.ts";
import { he } from "./he.ts";
import { hi } from "./hi.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import { ta } from "./ta.ts";
import { th } from "./th.ts";
import { tr } from "./tr.ts";
import type { PluralForms, Messages } from "./types.ts";
import { ur } from "./ur.ts";
import { vi } from "./vi.ts";
import { zhHant } from "./zh-hant.ts";
import { zh } from "./zh.ts";

export { boxNames, type BoxName } from "./box-names.ts";
export { calloutNames, type CalloutName, type Messages } from "./types.ts";

/** Supported languages, by primary subtag and, where there are several, script. */
export const translations = {
  ar,
  bn,
  de,
  el,
  en,
  es,
  fa,
  fr,
  he,
  hi,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ru,
  ta,
  th,
  tr,
  ur,
  vi,
  zh,
  "zh-Hant": zhHant,
} satisfies Readonly<Record<string, Messages>>;

const tables: Readonly<Record<string, Messages>> = { ...translations, "en-US": { ...en, licence: "License" } };

/** Returns the messages in a language (BCP 47), or in English if there is no translation. */
export function messagesFor(language: string): Messages {
  const { baseName } = new Intl.Locale(language);
  const { language: primary, script } = new Intl.Locale(language).maximize();
  return tables[baseName] ?? tables[`${primary}-${script}`] ?? tables[primary] ?? en;
}

/** Writes a number of things in a language (BCP 47). */
export function countWith(forms: PluralForms, count: number, language: string): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replace("#", new Intl.NumberFormat(language).format(count));
}

/** Returns the native name of a language, as in a list of languages: "Español". */
export function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  const [first = ""] = name;
  return first.toLocaleUpperCase(language) + name.slice(first.length);
}
