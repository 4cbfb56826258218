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

/** A PDF between the browser's print and the finished file. */
export interface Job {
  readonly document: PDFDocument;
  /** The pages, and the changes to write to them after all repairs. */
  readonly pages: Pages;
  readonly publication: Pick<Publication, "slug" | "metadata" | "modified" | "dated">;
  /** Whether every image has an author's description. */
  readonly describesImages: boolean;
  /** The ids of the text's sections. */
  readonly sections: readonly string[];
  /** The bookmarks to write. */
  readonly outline: readonly ContentsEntry[];
  readonly edition: EditionName;
  /** The HTML document that was printed. */
  readonly html: string;
  /** The same document, parsed. */
  readonly root: Root;
  /** The corners of the pages' text areas. */
  readonly corners: Corners;
  /** The HTML origins of the structure tree's texts and images. */
  readonly origins: Origins;
  /** The form fields, by the numbers in the addresses of the links that stand for them. */
  readonly fields: readonly FormField[];
  readonly fieldFont?: FieldFont | undefined;
  readonly toolVersion: string;
  /** The standard that the file must conform to. */
  readonly standard: PdfStandard;
}

/** A repair of one fault in the browser's print; `why` names the requirement. */
export interface Repair extends Transform<Job> {
  /** The only standard that requires it; both if omitted. */
  readonly only?: PdfStandard;
}
