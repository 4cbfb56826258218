import ar from "./ar.json" with { type: "json" };
import bn from "./bn.json" with { type: "json" };
import de from "./de.json" with { type: "json" };
import el from "./el.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import fa from "./fa.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import he from "./he.json" with { type: "json" };
import hi from "./hi.json" with { type: "json" };
import it from "./it.json" with { type: "json" };
import ja from "./ja.json" with { type: "json" };
import ko from "./ko.json" with { type: "json" };
import nl from "./nl.json" with { type: "json" };
import pl from "./pl.json" with { type: "json" };
import pt from "./pt.json" with { type: "json" };
import ru from "./ru.json" with { type: "json" };
import ta from "./ta.json" with { type: "json" };
import th from "./th.json" with { type: "json" };
import tr from "./tr.json" with { type: "json" };
import type { PluralForms, Messages } from "./types.ts";
import ur from "./ur.json" with { type: "json" };
import vi from "./vi.json" with { type: "json" };
import zhHant from "./zh-hant.json" with { type: "json" };
import zh from "./zh.json" with { type: "json" };

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
  return messagesIn(language) ?? en;
}

/** Returns the messages in a language (BCP 47), if there are any. */
export function messagesIn(language: string): Messages | undefined {
  const { baseName } = new Intl.Locale(language);
  const { language: primary, script } = new Intl.Locale(language).maximize();
  return tables[baseName] ?? tables[`${primary}-${script}`] ?? tables[primary];
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
