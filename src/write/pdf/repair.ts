import type { PDFDocument } from "@cantoo/pdf-lib";
import type { PdfStandard } from "../../model/pdf-standard.ts";
import type { Publication } from "../../model/publication.ts";

/** A PDF on its way from what a browser prints to what a reader should get. */
export interface Job {
  readonly document: PDFDocument;
  readonly publication: Publication;
  /** The document that was printed. */
  readonly html: string;
  readonly toolVersion: string;
  /** What the file is to be. */
  readonly standard: PdfStandard;
}

/** One thing that is missing or wrong in a browser's print, and how it is put right. */
export interface Repair {
  /** What a reader or a standard asks for that the browser does not give. */
  readonly why: string;
  /** The standard that asks for it; both where it is left out. */
  readonly only?: PdfStandard;
  readonly apply: (job: Job) => void;
}
