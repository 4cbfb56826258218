const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * Converts a date to YYYY-MM-DD: with a time (ISO 8601, RFC 3339, as Jekyll and Hugo write it), numeric from the year
 * down, or with the English name of the month. Keeps the written day in its own time zone. Returns anything else
 * unchanged.
 */
export function adoptDay(value: unknown): unknown {
  if (typeof value === "number" && /^\d{8}$/.test(String(value))) return adoptDay(String(value));
  if (typeof value !== "string") return value;
  const text = value.trim();
  // Offprint never prints the build date.
  if (/^(?:\\today|today|now|last-modified|`r .*`|\{\{.*\}\}|<%.*%>)$/i.test(text)) return "";
  const [, year, month, day] =
    /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?=$|[T\s])/.exec(text)?.toSpliced(2, 1) ??
    /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]$/.exec(text) ??
    byName(text) ??
    yearLast(text) ??
    [];
  if (year === undefined || month === undefined || day === undefined) return value;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Parses "31 January 2026", "January 31st, 2026", "Sat, 31 Jan 2026 10:00:00 +0000" (RFC 5322). */
function byName(text: string): [string, string, string, string] | undefined {
  const dayFirst = /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})/i.exec(text);
  const monthFirst = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i.exec(text);
  const [day, name, year] = dayFirst ? dayFirst.slice(1) : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = months.indexOf(name?.toLowerCase() ?? "") + 1;
  return day === undefined || year === undefined || month === 0 ? undefined : [text, year, String(month), day];
}

/** Parses "31.1.2026", which is day first; with slashes only where one of the numbers cannot be a month. */
function yearLast(text: string): [string, string, string, string] | undefined {
  const [, first = "", mark, second = "", year] = /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (mark === "." || (Number(first) > 12 && Number(second) <= 12)) return [text, year, second, first];
  return Number(second) > 12 && Number(first) <= 12 ? [text, year, first, second] : undefined;
}
