import type { EditionName, FormatName } from "./edition.ts";
import { editionOf, everyEditionName } from "./every-edition.ts";

/** What a person asks for instead of what the publication asks for itself. */
export interface EditionChoice {
  readonly editions?: readonly EditionName[] | undefined;
  /** Of these formats only; where the publication names no edition of a format, the first there is. */
  readonly formats?: readonly FormatName[] | undefined;
}

/** The editions to make, in their own order. */
export function chooseEditions(named: readonly EditionName[], choice: EditionChoice): EditionName[] {
  const { formats } = choice;
  const chosen = choice.editions ?? (formats ? withFormats(named, formats) : named);
  const asked = chosen.flatMap((name) => [name, editionOf(name).twin ?? name]);
  return everyEditionName().filter(
    (name) => asked.includes(name) && (!formats || formats.includes(editionOf(name).format)),
  );
}

/** The paged edition whose pages others name: the first that is made or that the publication issues. */
export function pageSource(wanted: readonly EditionName[], issued: readonly EditionName[]): EditionName | undefined {
  const source = everyEditionName().find(
    (name) => editionOf(name).format === "pdf" && [...wanted, ...issued].includes(name),
  );
  return source !== undefined && wanted.some((name) => namesPagesOf(name, source)) ? source : undefined;
}

/** E-books name the pages of any edition on paper; large print and booklets those of the handout, in their margins. */
export function namesPagesOf(name: EditionName, source: EditionName): boolean {
  const { format, design } = editionOf(name);
  if (format === "epub") return true;
  return (design === "large-print" || design === "booklet") && editionOf(source).design === undefined;
}

function withFormats(named: readonly EditionName[], formats: readonly FormatName[]): EditionName[] {
  const missing = formats.filter((format) => !named.some((name) => editionOf(name).format === format));
  const first = missing.map((format) => everyEditionName().find((name) => editionOf(name).format === format));
  return [...named, ...first.filter((name) => name !== undefined)];
}
