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
  const own = {
    title,
    subtitle: metadata.subtitle,
    authors: new Intl.ListFormat(language).format(metadata.authors.map(({ name }) => name)) || undefined,
    date: day(metadata.date),
    updated: day(metadata.updated),
    checked: day(metadata.review?.checked),
    publisher: metadata.publisher,
    licence: metadata.licence,
    ...Object.assign({}, ...defined),
  } as Record<string, string | number | undefined>;
  const entries = Object.entries(own).filter(([, value]) => value !== undefined);
  return new Map(entries.map(([name, value]) => [name, String(value)]));
}
