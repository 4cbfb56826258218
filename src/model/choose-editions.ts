import type { EditionName, FormatName } from "./edition.ts";
import { editionOf, everyEditionName } from "./every-edition.ts";

/** Formats and editions requested on the command line, in place of those the publication lists. */
export interface EditionChoice {
  readonly editions?: readonly EditionName[] | undefined;
  /** Only these formats; for a format without a listed edition, its first edition. */
  readonly formats?: readonly FormatName[] | undefined;
}

/** Returns the editions to build, in the order of the list of editions. */
export function chooseEditions(named: readonly EditionName[], choice: EditionChoice): EditionName[] {
  const { formats } = choice;
  const chosen = choice.editions ?? (formats ? withFormats(named, formats) : named);
  const withTwins = chosen.flatMap((name) => [name, editionOf(name).twin ?? name]);
  return everyEditionName().filter(
    (name) => withTwins.includes(name) && (!formats || formats.includes(editionOf(name).format)),
  );
}

/**
 * Returns the paged edition whose page numbers other editions show: the first that is built or that the publication
 * issues.
 */
export function pageSource(wanted: readonly EditionName[], issued: readonly EditionName[]): EditionName | undefined {
  const source = everyEditionName().find(
    (name) => editionOf(name).format === "pdf" && [...wanted, ...issued].includes(name),
  );
  return source !== undefined && wanted.some((name) => namesPagesOf(name, source)) ? source : undefined;
}

/**
 * Reports whether an edition shows the page numbers of another. E-books show those of any paged edition; large print
 * and booklets show those of the handout in their margins.
 */
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
