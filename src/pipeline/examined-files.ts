import { basename } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { EditionName } from "../model/edition.ts";
import type { ExaminedFile } from "../model/examined.ts";
import type { MadeEdition } from "./make-editions.ts";
import { paritySuite } from "./text-parity.ts";

/**
 * Rewrites findings to the paths in the publication, so that a report is the same wherever the run was started. `names`
 * maps shown paths to paths in the publication's folder.
 */
export function inPublication(found: readonly Diagnostic[], names: ReadonlyMap<string, string>): Diagnostic[] {
  return found.map((diagnostic) =>
    diagnostic.file === undefined
      ? diagnostic
      : { ...diagnostic, file: names.get(diagnostic.file) ?? basename(diagnostic.file) },
  );
}

/** Returns the checks that ran on each file, and their findings. */
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
