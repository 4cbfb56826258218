/** A day of the calendar, `YYYY-MM-DD`, in the words of a language; it has no time zone. */
export function writeDay(iso: string, language: string, dateStyle: "long" | "medium" = "long"): string {
  return new Intl.DateTimeFormat(language, { dateStyle, timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));
}
