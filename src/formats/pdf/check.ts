import { diagnostic, type SourceLocation } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { PdfStandard } from "../../model/pdf-standard.ts";
import type { Check, Finding } from "./check/check.ts";
import { checksFor } from "./check/checks.ts";
import { dictOf } from "./read/objects.ts";
import { readingText } from "./read/reading-text.ts";
import { openFile, type PdfExpectation, type PdfFile } from "./check/open-file.ts";

export type { PdfExpectation };

/** What is verified, and how words in the file are located in the source. */
export interface PdfVerification {
  /** The name that the file will have. */
  readonly file: string;
  readonly standard: PdfStandard;
  readonly expectation: PdfExpectation;
  /** Returns where in the source these words or this alternative text stand, or `undefined` if unknown. */
  readonly trace?: (words: string) => SourceLocation | undefined;
}

/**
 * Checks the finished file as an external validator would. A failure is a fault of Offprint, the template or the
 * browser.
 */
export async function verifyPdf(bytes: Uint8Array, verification: PdfVerification): Promise<readonly Diagnostic[]> {
  return (await inspectPdf(bytes, verification)).found;
}

/** Like `verifyPdf`, but also returns the file's text in tag order, or no text if the file cannot be read. */
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

/** Returns "A figure has no alternative text. page 3, Document > Figure: "Words" (13-004; ISO 14289-1, 7.3)". */
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
