import { diagnostic, type SourceLocation } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { PdfStandard } from "../../model/pdf-standard.ts";
import type { Check, Finding } from "./check/check.ts";
import { checksFor } from "./check/checks.ts";
import { dictOf } from "./read/objects.ts";
import { readingText } from "./read/reading-text.ts";
import { openFile, type PdfExpectation, type PdfFile } from "./check/open-file.ts";

export type { PdfExpectation };

/** What is to be verified, and how words in it are found in the source. */
export interface PdfVerification {
  /** As it will be called. */
  readonly file: string;
  readonly standard: PdfStandard;
  readonly expectation: PdfExpectation;
  /** Where in the source these words or this alternative text stand; nothing where there is no telling. */
  readonly trace?: (words: string) => SourceLocation | undefined;
}

/** Look at the finished file as a reader's program would; what is wrong is a fault of ours, of the template or of the browser. */
export async function verifyPdf(bytes: Uint8Array, verification: PdfVerification): Promise<readonly Diagnostic[]> {
  return (await inspectPdf(bytes, verification)).found;
}

/** The same, with its text in the order of the tags; none where it cannot be read. */
export async function inspectPdf(
  bytes: Uint8Array,
  verification: PdfVerification,
): Promise<{ readonly found: readonly Diagnostic[]; readonly text?: string }> {
  const { file, standard, expectation, trace } = verification;
  let opened: PdfFile;
  try {
    opened = await openFile(bytes, expectation, standard);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { found: [diagnostic("pdfValid", `The file cannot be read: ${message}`, undefined, { file })] };
  }
  const found = checksFor(standard).flatMap((check) =>
    check.find(opened).map((finding) => {
      const location = trace && [finding.holds ?? "", ...(finding.near ?? [])].map(trace).find(Boolean);
      return diagnostic(
        "pdfValid",
        describe(check, finding, standard, location && file),
        check.hint,
        location ?? { file },
      );
    }),
  );
  const { catalog, pageOf } = opened;
  return { found, text: readingText(dictOf(catalog, "StructTreeRoot"), (page) => pageOf(page)?.marks) };
}

/** "A figure has no alternative text. page 3, Document > Figure: "Words" (13-004; ISO 14289-1, 7.3)". */
function describe(
  { what, checkpoint, clause }: Check,
  { where, holds, detail }: Finding,
  standard: PdfStandard,
  file: string | undefined,
): string {
  const words = holds === undefined ? "" : `"${holds.length > 60 ? `${holds.slice(0, 59)}…` : holds}"`;
  const place = [file, where, words].filter(Boolean).join(", ");
  return [what, detail, place && `In ${place}.`, `(${checkpoint}; ${clause[standard] ?? ""})`]
    .filter(Boolean)
    .join(" ");
}
