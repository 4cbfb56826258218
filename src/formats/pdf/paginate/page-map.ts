import { blockId, type PageMap, type PagePositions, type PageStart, wordId } from "../../../model/page-map.ts";

/**
 * Returns the blocks that may continue on the next page: those whose successor begins on a later one, and the last
 * block.
 */
export function blocksAtPageEnds(blocks: ReadonlyMap<string, string>, positions: PagePositions): Set<string> {
  const placed = place(blocks, positions);
  return new Set(
    placed.flatMap(({ block, page }, index) => (page < (placed[index + 1]?.page ?? Infinity) ? [block] : [])),
  );
}

/**
 * Returns the ids of blocks that begin between two others on their page. Blocks are in order, so that as long as the
 * first and the last on each page stay there, these do.
 */
export function idsWithinPages(blocks: ReadonlyMap<string, string>, positions: PagePositions): Set<string> {
  const placed = place(blocks, positions);
  const isWithin = (page: number, index: number): boolean =>
    placed[index - 1]?.page === page && placed[index + 1]?.page === page;
  return new Set(
    placed.flatMap(({ block, page }, index) => (isWithin(page, index) ? [blocks.get(block) ?? blockId(block)] : [])),
  );
}

/** Returns what each page begins with. `firstWordOn` returns which word of a continued block is the first on a page. */
export function mapPages(
  pages: number,
  blocks: ReadonlyMap<string, string>,
  positions: PagePositions,
  firstWordOn: (page: number, block: string) => number | undefined,
): PageMap {
  const placed = place(blocks, positions);
  const starts: PageStart[] = [];
  for (let page = 1; page <= pages; page += 1) {
    const next = placed.findIndex((block) => block.page >= page);
    const before = placed[(next < 0 ? placed.length : next) - 1];
    const word = before && firstWordOn(page, before.block);
    const begun = placed[next];
    if (before && word !== undefined) starts.push({ page, block: before.block, word });
    else if (begun) starts.push({ page, block: begun.block, word: 0 });
  }
  return { pages, starts, blocks: [...blocks.keys()] };
}

/** Returns the first word of a block on a page, by measured positions of words. */
export function firstMeasuredWord(words: PagePositions, page: number, block: string): number | undefined {
  for (let index = 0; ; index += 1) {
    const position = words.get(wordId(block, index));
    if (!position) return undefined;
    if (position.page === page) return index;
  }
}

/** Returns the blocks in order, without any that are placed before a preceding one: footnotes do not count back. */
function place(blocks: ReadonlyMap<string, string>, positions: PagePositions): { block: string; page: number }[] {
  let latest = 1;
  return [...blocks].flatMap(([block, id]) => {
    const page = positions.get(id)?.page ?? positions.get(blockId(block))?.page;
    if (page === undefined || page < latest) return [];
    latest = page;
    return [{ block, page }];
  });
}
