import type { PDFDocument, PDFPage } from "@cantoo/pdf-lib";
import { readContent, writeContent } from "./page-content.ts";
import { type Fonts, PageReader } from "./page-reader.ts";
import type { Sequence } from "./sequence.ts";

/** Something other in a page's content, from the first character to behind the last; in one place, in the order of asking. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A page of a document that is being repaired: what is on it, and what is to be changed there. */
export interface Page {
  readonly page: PDFPage;
  readonly content: PageReader;
  /** Its marked content by number. */
  readonly marks: ReadonlyMap<number, Sequence>;
  readonly changes: Change[];
}

export type Pages = ReadonlyMap<PDFPage, Page>;

/** Read each page once, for everyone. */
export function readPages(document: PDFDocument): Pages {
  const fonts: Fonts = new Map();
  return new Map(document.getPages().map((page) => [page, readPage(page, fonts)]));
}

function readPage(page: PDFPage, fonts: Fonts): Page {
  const { x, y, width, height } = page.getMediaBox();
  const box = { left: x, bottom: y, right: x + width, top: y + height };
  const content = new PageReader(page.node.Resources(), box, fonts);
  content.read(readContent(page));
  return { page, content, marks: marksOf(content), changes: [] };
}

/** Numbered sequences; of two with one number, the last. */
export function marksOf({ sequences }: PageReader): Map<number, Sequence> {
  return new Map(sequences.flatMap((one) => (one.mcid === undefined ? [] : [[one.mcid, one]])));
}

/** Write the pages that are to be changed, each once. */
export function writePages(pages: Pages): void {
  for (const { page, changes } of pages.values()) {
    if (changes.length > 0) writeContent(page, withChanges(readContent(page), changes));
  }
}

export function withChanges(content: string, changes: readonly Change[]): string {
  let changed = "";
  let end = 0;
  for (const change of changes.toSorted((a, b) => a.start - b.start)) {
    changed += content.slice(end, change.start) + change.text;
    ({ end } = change);
  }
  return changed + content.slice(end);
}
