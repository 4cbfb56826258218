import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from "@cantoo/pdf-lib";
import {
  blockId,
  type PageMap,
  type PageStart,
  type PagePosition,
  type PagePositions,
  wordId,
} from "../../../model/page-map.ts";
import { idOfDestination } from "../read/link-target.ts";

/**
 * Where each named destination lies (ISO 32000-1, 12.3.2.3). The browser counts from the upper left corner of the page's
 * area of text, but writes as if that were the corner of the page.
 */
export function readPositions(document: PDFDocument): Map<string, PagePosition> {
  const pages = new Map(
    document.getPages().map((page, index) => [page.ref.tag, { page: index + 1, height: page.getHeight() }]),
  );
  const destinations = document.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  const positions = new Map<string, PagePosition>();
  for (const [name, value] of destinations?.entries() ?? []) {
    const destination = document.context.lookup(value);
    if (!(destination instanceof PDFArray)) continue;
    const target = destination.get(0);
    const page = target instanceof PDFRef ? pages.get(target.tag) : undefined;
    if (!page) continue;
    const [, , left, top] = destination.asArray();
    const position = { page: page.page, left: numberOf(left) ?? 0, top: page.height - (numberOf(top) ?? page.height) };
    positions.set(idOfDestination(name), position);
  }
  return positions;
}

function numberOf(object: PDFObject | undefined): number | undefined {
  return object instanceof PDFNumber ? object.asNumber() : undefined;
}

/** Blocks that may go on after the page on which they begin: those whose successor begins on a later one, and the last. */
export function blocksAtPageEnds(blocks: ReadonlyMap<string, string>, positions: PagePositions): Set<string> {
  const placed = place(blocks, positions);
  return new Set(
    placed.flatMap(({ block, page }, index) => (page < (placed[index + 1]?.page ?? Infinity) ? [block] : [])),
  );
}

/** With what each page begins. `words` has the positions of words of blocks that may go on over the end of a page. */
export function mapPages(
  pages: number,
  blocks: ReadonlyMap<string, string>,
  positions: PagePositions,
  words: PagePositions,
): PageMap {
  const placed = place(blocks, positions);
  const starts: PageStart[] = [];
  for (let page = 1; page <= pages; page += 1) {
    const next = placed.findIndex((one) => one.page >= page);
    const before = placed[(next < 0 ? placed.length : next) - 1];
    const word = before && firstWordOn(page, before.block, words);
    const begun = placed[next];
    if (before && word !== undefined) starts.push({ page, block: before.block, word });
    else if (begun) starts.push({ page, block: begun.block, word: 0 });
  }
  return { pages, starts, blocks: [...blocks.keys()] };
}

function firstWordOn(page: number, block: string, words: PagePositions): number | undefined {
  for (let index = 0; ; index += 1) {
    const position = words.get(wordId(block, index));
    if (!position) return undefined;
    if (position.page === page) return index;
  }
}

/** The blocks in their order, none before the one that it follows: notes at the foot of a page do not count back. */
function place(blocks: ReadonlyMap<string, string>, positions: PagePositions): { block: string; page: number }[] {
  let latest = 1;
  return [...blocks].flatMap(([block, id]) => {
    const page = positions.get(id)?.page ?? positions.get(blockId(block))?.page;
    if (page === undefined || page < latest) return [];
    latest = page;
    return [{ block, page }];
  });
}
