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

/** The findings of an examination: plain data, so that another process can produce them. */
export interface PdfExamination {
  /** What is wrong, by the checkpoint of the check. */
  readonly faults: readonly { readonly checkpoint: string; readonly finding: Finding }[];
  /** The file's text in tag order. */
  readonly text?: string;
  /** Why the file cannot be read. */
  readonly unreadable?: string;
}

/** Runs all checks of a standard. */
export async function examinePdf(
  bytes: Uint8Array,
  { standard, expectation }: Pick<PdfVerification, "standard" | "expectation">,
): Promise<PdfExamination> {
  let opened: PdfFile;
  try {
    opened = await openFile(bytes, expectation, standard);
  } catch (error) {
    return { faults: [], unreadable: error instanceof Error ? error.message : String(error) };
  }
  const faults = checksFor(standard).flatMap(({ checkpoint, find }) =>
    find(opened).map((finding) => ({ checkpoint, finding })),
  );
  const { catalog, pageOf } = opened;
  return { faults, text: readingText(dictOf(catalog, "StructTreeRoot"), (page) => pageOf(page)?.marks) };
}

/** Like `verifyPdf`, but also returns the file's text in tag order, or no text if the file cannot be read. */
export async function inspectPdf(
  bytes: Uint8Array,
  verification: PdfVerification,
  examine = examinePdf,
): Promise<{ readonly found: readonly Diagnostic[]; readonly text?: string }> {
  const { file, standard, expectation, trace } = verification;
  const { faults, text, unreadable } = await examine(bytes, { standard, expectation });
  if (unreadable !== undefined)
    return { found: [diagnostic("pdfValid", `The file cannot be read: ${unreadable}`, undefined, { file })] };
  const checks = new Map(checksFor(standard).map((check) => [check.checkpoint, check]));
  const found = faults.flatMap(({ checkpoint, finding }) => {
    const check = checks.get(checkpoint);
    if (!check) return [];
    const location = trace && [finding.holds ?? "", ...(finding.near ?? [])].map(trace).find(Boolean);
    const message = describe(check, finding, standard, location && file);
    return diagnostic("pdfValid", message, check.hint, location ?? { file });
  });
  return { found, ...(text !== undefined && { text }) };
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
