import type { Metadata } from "../model/metadata.ts";
import { writeDay } from "./write-value.ts";

/**
 * What `{{name}}` can stand for: what a publication says of itself, days in words, and what its author defines, which
 * comes first. `title` is there where it is given and not taken from a heading.
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
    authors: new Intl.ListFormat(language).format(metadata.authors.map(({ name }) => name)) || undefined,
    date: day(metadata.date),
    updated: day(metadata.updated),
    checked: day(metadata.review?.checked),
    publisher: metadata.publisher,
    licence: metadata.licence,
  };
  // Never together in one object, in which a name such as `__proto__` is none.
  const entries = [own, ...defined].flatMap((given) => Object.entries(given ?? {}));
  return new Map(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}
