/** Returns what separates two clauses in a language (BCP 47): `, `, `، `, `、` or `，`. */
export function commaOf(language: string): string {
  const { language: primary } = new Intl.Locale(language);
  if (["ar", "fa", "ur", "ps", "ckb", "sd", "ug"].includes(primary)) return "، ";
  if (primary === "ja") return "、";
  return ["zh", "yue"].includes(primary) ? "，" : ", ";
}

/** Joins a label and a value: a full-width colon has its space within. */
export function labelled(label: string, value: string): string {
  return label.endsWith("：") ? label + value : `${label} ${value}`;
}
