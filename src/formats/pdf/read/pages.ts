import type { PDFDocument, PDFPage } from "@cantoo/pdf-lib";
import { readContent, writeContent } from "./page-content.ts";
import { type Fonts, PageReader } from "./page-reader.ts";
import type { Sequence } from "./sequence.ts";

/**
 * A replacement for a range of a page's content (`end` is exclusive). Changes at the same position keep their order.
 */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A page that is being repaired, with its content and the changes to it. */
export interface Page {
  readonly page: PDFPage;
  readonly content: PageReader;
  /** Marked content by number. */
  readonly marks: ReadonlyMap<number, Sequence>;
  readonly changes: Change[];
}

export type Pages = ReadonlyMap<PDFPage, Page>;

/** Reads each page once, for all repairs. */
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

/** Returns numbered sequences by number; for duplicates, the last one. */
export function marksOf({ sequences }: PageReader): Map<number, Sequence> {
  return new Map(sequences.flatMap((sequence) => (sequence.mcid === undefined ? [] : [[sequence.mcid, sequence]])));
}

/** Writes all changed pages, each once. */
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
