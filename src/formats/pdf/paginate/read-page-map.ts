import type { PDFDocument } from "@cantoo/pdf-lib";
import type { Element } from "hast";
import type { PageMap, PagePositions } from "../../../model/page-map.ts";
import type { Pages } from "../read/pages.ts";
import { elementsOf, marksOf } from "../read/structure-tree.ts";
import type { Origins } from "../repair/origins.ts";
import { mapPages } from "./page-map.ts";

/** The blocks of a printed document. */
export interface MappedBlocks {
  /** Their ids by name, in reading order. */
  readonly blocks: ReadonlyMap<string, string>;
  /** The words of blocks that may continue on the next page. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** The number of pages. */
  readonly count: number;
  readonly positions: PagePositions;
}

/** The letters of a block on one page. */
interface Passage {
  readonly page: number;
  readonly letters: string;
}

/** Elements that are drawings even if they contain letters. */
const drawn = new Set(["math", "svg", "img"]);

/**
 * Returns what each page begins with, read from the pages: for a block that continues, the letters before the page's
 * end are counted and mapped to words. Returns `undefined` if the block's text on paper differs from its words, so that
 * only another print can tell.
 */
export function readPageMap(
  document: PDFDocument,
  pages: Pages,
  origins: Origins,
  { blocks, words, count, positions }: MappedBlocks,
): PageMap | undefined {
  const passages = passagesOf(document, pages, origins, new Map([...blocks].map(([block, id]) => [id, block])));
  const starts = new Map<string, ReadonlyMap<number, number>>();
  for (const [block, all] of words) {
    const found = all.length === 0 ? new Map<number, number>() : firstWords(passages.get(block) ?? [], all);
    if (!found) return undefined;
    starts.set(block, found);
  }
  return mapPages(count, blocks, positions, (page, block) => starts.get(block)?.get(page));
}

/** Returns the letters of each block in reading order. */
function passagesOf(
  document: PDFDocument,
  pages: Pages,
  origins: Origins,
  blockOf: ReadonlyMap<string, string>,
): Map<string, Passage[]> {
  const numbers = new Map(document.getPages().map((page, index) => [page, index + 1]));
  const found = new Map<string, Passage[]>();
  for (const element of elementsOf(document)) {
    const path = origins.get(element.ref) ?? [];
    const home = path.findLast((candidate) => blockOf.has(idOf(candidate)));
    const block = home && blockOf.get(idOf(home));
    if (block === undefined || path.some(({ tagName }) => drawn.has(tagName))) continue;
    const all = found.get(block) ?? [];
    found.set(block, all);
    for (const { page, number } of marksOf(document, element)) {
      const text = pages.get(page)?.marks.get(number)?.text ?? "";
      all.push({ page: numbers.get(page) ?? 0, letters: lettersIn(text) });
    }
  }
  return found;
}

function idOf({ properties: { id } }: Element): string {
  return typeof id === "string" ? id : "";
}

/**
 * Returns a text's letters without what lines begin and end with, and without case and ligatures, which style sheets
 * and fonts change.
 */
function lettersIn(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}]/gu, "");
}

/** Returns the index of the first word on each page. */
function firstWords(passages: readonly Passage[], words: readonly string[]): Map<number, number> | undefined {
  const text = passages.map(({ letters }) => letters).join("");
  const lettered = words.map(lettersIn);
  const meant = lettered.join("");
  const found = new Map<number, number>();
  let before = "";
  let latest = passages[0]?.page ?? 0;
  const turns: { readonly page: number; readonly at: number }[] = [];
  for (const { page, letters } of passages) {
    if (page > latest) {
      const at = placeOf(before, text.slice(before.length), text === meant, meant);
      if (at === undefined) return undefined;
      turns.push({ page, at });
      latest = page;
    }
    before += letters;
  }
  if (passages.length === 0) return undefined;
  const pageAt = (start: number): number | undefined => turns.findLast(({ at }) => at <= start)?.page;
  let start = 0;
  for (const [index, { length }] of lettered.entries()) {
    const page = pageAt(start);
    if (page !== undefined && !found.has(page)) found.set(page, index);
    start += length;
  }
  return found;
}

/**
 * Returns how many letters of the words stand before a page's end. Paper may show more letters, so only the side that
 * matches completely counts.
 */
function placeOf(before: string, after: string, isSame: boolean, meant: string): number | undefined {
  if (isSame || meant.startsWith(before)) return before.length;
  return meant.endsWith(after) ? meant.length - after.length : undefined;
}
