import type { PDFDocument } from "@cantoo/pdf-lib";
import type { FieldFont, FormField } from "../../model/form-field.ts";
import type { Publication } from "../../model/publication.ts";

/** A PDF on its way from what a browser prints to what a reader should get. */
export interface Job {
  readonly document: PDFDocument;
  readonly publication: Publication;
  /** The document that was printed. */
  readonly html: string;
  /** What readers fill in, by the numbers in the addresses of the links that stand for it. */
  readonly fields: readonly FormField[];
  readonly fieldFont?: FieldFont | undefined;
  readonly toolVersion: string;
}

/** One thing that is missing or wrong in a browser's print, and how it is put right. */
export interface Repair {
  /** What a reader or a standard asks for that the browser does not give. */
  readonly why: string;
  readonly apply: (job: Job) => void;
}
