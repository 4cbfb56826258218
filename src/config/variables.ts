import type { Metadata } from "../model/metadata.ts";
import { writeDay } from "./write-value.ts";

/**
 * Returns the values for `{{name}}`: metadata, days in words, and the author's own variables, which take precedence.
 * `title` is only available where it is set, not where it is taken from a heading.
 */
export function variablesOf(
  metadata: Metadata,
  title: string | undefined,
  ...defined: readonly (Readonly<Record<string, string | number>> | undefined)[]
): ReadonlyMap<string, string> {
  const { language } = metadata;
  const day = (iso: string | undefined): string | undefined => iso && writeDay(iso, language);
  const own: Readonly<Record<string, string | undefined>> = {
    title,
    subtitle: metadata.subtitle,
    ...(metadata.authors.length > 0 && {
      authors: new Intl.ListFormat(language).format(metadata.authors.map(({ name }) => name)),
    }),
    date: day(metadata.date),
    updated: day(metadata.updated),
    checked: day(metadata.review?.checked),
    publisher: metadata.publisher,
    licence: metadata.licence,
  };
  // Not merged as objects, where a name such as `__proto__` would be lost.
  const entries = [own, ...defined].flatMap((values) => Object.entries(values ?? {}));
  return new Map(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}
