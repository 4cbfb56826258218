import type { EditionName } from "../model/edition.ts";
import { editionOf } from "../model/every-edition.ts";
import type { FinishedFile } from "../template/file-view.ts";

/** Returns the build order: the edition whose pages an e-book lists comes first, editions that link to others last. */
export function makingOrder(wanted: readonly EditionName[], counted: EditionName | undefined): EditionName[] {
  const rank = (edition: EditionName): number => (edition === counted ? 0 : isMadeLast(edition) ? 2 : 1);
  return [...new Set([...(counted ? [counted] : []), ...wanted])].toSorted((a, b) => rank(a) - rank(b));
}

/** Reports whether an edition links to the files of the others. */
export function isMadeLast(name: EditionName): boolean {
  const edition = editionOf(name);
  return edition.offersFiles === true;
}

/** Returns the files that a page for readers links to, without those for advisers. */
export function offeredFiles(wanted: readonly EditionName[], made: readonly FinishedFile[]): FinishedFile[] {
  const forReaders = wanted.filter((name) => editionOf(name).audience !== "adviser");
  return forReaders.flatMap((name) => made.find(({ edition }) => edition === name) ?? []);
}
