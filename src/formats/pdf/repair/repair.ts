import type { Root } from "hast";
import type { PDFDocument } from "@cantoo/pdf-lib";
import type { EditionName } from "../../../model/edition.ts";
import type { Corners } from "../../../model/page.ts";
import type { PdfStandard } from "../../../model/pdf-standard.ts";
import type { FieldFont, FormField } from "../../../model/form-field.ts";
import type { ContentsEntry, Publication } from "../../../model/publication.ts";
import type { Transform } from "../../../model/transform.ts";
import type { Pages } from "../read/pages.ts";
import type { Origins } from "./origins.ts";

/** A PDF on its way from what a browser prints to what a reader should get. */
export interface Job {
  readonly document: PDFDocument;
  /** Its pages as they have been read, and what is to be changed on them when all repairs are done. */
  readonly pages: Pages;
  readonly publication: Pick<Publication, "slug" | "metadata" | "modified" | "dated">;
  /** Whether every image has an author's description. */
  readonly describesImages: boolean;
  /** Ids of the sections of its text. */
  readonly sections: readonly string[];
  /** What its bookmarks are. */
  readonly outline: readonly ContentsEntry[];
  readonly edition: EditionName;
  /** The document that was printed. */
  readonly html: string;
  /** The same as a tree. */
  readonly root: Root;
  /** Where the text of its pages begins. */
  readonly corners: Corners;
  /** Where in that document the texts and pictures of the structure tree come from. */
  readonly origins: Origins;
  /** What readers fill in, by the numbers in the addresses of the links that stand for it. */
  readonly fields: readonly FormField[];
  readonly fieldFont?: FieldFont | undefined;
  readonly toolVersion: string;
  /** What the file is to be. */
  readonly standard: PdfStandard;
}

/** One thing that is missing or wrong in a browser's print; `why` is what a reader or a standard asks for. */
export interface Repair extends Transform<Job> {
  /** The standard that asks for it; both where it is left out. */
  readonly only?: PdfStandard;
}
