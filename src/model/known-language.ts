/** Reports whether a tag is well-formed (BCP 47) and its primary language is known. */
export function isKnownLanguage(tag: string): boolean {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    if (canonical === undefined) return false;
    const { language: primary } = new Intl.Locale(canonical);
    // Names of languages take thirty times as long to load.
    if (Intl.PluralRules.supportedLocalesOf(primary).length > 0) return true;
    return new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(primary) !== undefined;
  } catch {
    return false;
  }
}
