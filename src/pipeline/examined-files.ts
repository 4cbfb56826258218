import { basename } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { EditionName } from "../model/edition.ts";
import type { ExaminedFile } from "../model/examined.ts";
import type { MadeEdition } from "./make-editions.ts";
import { paritySuite } from "./text-parity.ts";

/**
 * Findings by the files of the publication, whatever folder the run was started in: a report is the same everywhere. `names`:
 * of each file that is shown, its path in the folder of the publication.
 */
export function inPublication(found: readonly Diagnostic[], names: ReadonlyMap<string, string>): Diagnostic[] {
  return found.map((one) =>
    one.file === undefined ? one : { ...one, file: names.get(one.file) ?? basename(one.file) },
  );
}

/** What ran on each file, and what it found. */
export function examinedFiles(
  made: ReadonlyMap<EditionName, MadeEdition>,
  parity: ReadonlyMap<EditionName, Diagnostic>,
  names: ReadonlyMap<string, string>,
): ExaminedFile[] {
  return Array.from(made, ([edition, { artifact, suites, reading, found }]) => {
    const astray = parity.get(edition);
    return {
      path: artifact.path,
      sha256: artifact.sha256,
      suites: [...suites, ...(reading ? [paritySuite] : [])],
      found: inPublication([...found, ...(astray ? [astray] : [])], names),
    };
  });
}
