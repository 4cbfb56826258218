import { note } from "../diagnostics/note.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Check } from "./pdf/check.ts";
import { documentChecks } from "./pdf/document-checks.ts";
import { formChecks } from "./pdf/form-checks.ts";
import { linkChecks } from "./pdf/link-checks.ts";
import { openFile, type PdfExpectation, type PdfFile } from "./pdf/open-file.ts";
import { pageChecks } from "./pdf/page-checks.ts";
import { structureChecks } from "./pdf/structure-checks.ts";
import { xmpChecks } from "./pdf/xmp-checks.ts";

export type { PdfExpectation };

/** Everything that is looked at in a finished PDF. */
const checks: readonly Check[] = [
  ...documentChecks,
  ...xmpChecks,
  ...structureChecks,
  ...linkChecks,
  ...formChecks,
  ...pageChecks,
];

/** Look at the finished file as a reader's program would; what is wrong is a fault of ours, of the template or of the browser. */
export async function verifyPdf(
  bytes: Uint8Array,
  file: string,
  expectation: PdfExpectation,
): Promise<readonly Diagnostic[]> {
  let opened: PdfFile;
  try {
    opened = await openFile(bytes, expectation);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [note("pdfValid", `The file cannot be read: ${message}`, undefined, { file })];
  }
  return checks.flatMap(({ source, find }) =>
    find(opened).map((what) => note("pdfValid", `${what} (${source})`, undefined, { file })),
  );
}
