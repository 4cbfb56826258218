import type { EditionName } from "./edition.ts";
import type { FootnotePlan } from "./footnote-plan.ts";

/** Where something stands on paper. */
export interface PagePosition {
  /** Counted from 1. */
  readonly page: number;
  /** Points below the upper edge of the page's area of text. */
  readonly top: number;
  /** Points from the left edge of that area. */
  readonly left: number;
}

/** By the id of an element. */
export type PagePositions = ReadonlyMap<string, PagePosition>;

/** What an earlier print of a document tells the next. */
export interface Measured {
  /** Where each id stands. */
  readonly positions?: PagePositions;
  /** Where each id stood in the first print. */
  readonly first?: PagePositions;
  /** The blocks whose words are to be measured. */
  readonly words?: ReadonlySet<string>;
  /** The pages that are turned. */
  readonly turned?: ReadonlySet<number>;
  /** Where its notes stood. */
  readonly notes?: FootnotePlan;
  /** Another edition, whose pages are marked in the margin. */
  readonly counted?: PagedEdition | undefined;
}

/** What a page begins with. */
export interface PageStart {
  /** Counted from 1. */
  readonly page: number;
  /** The name of the block: one that begins the page or, with a word above 0, one that goes on there. */
  readonly block: string;
  /** Index of the word of the block that is the first on the page. */
  readonly word: number;
}

/** How a paged edition divides the text. */
export interface PageMap {
  /** The number of pages. */
  readonly pages: number;
  /** One for each page, in order; of a page without a block of the text, the next block. */
  readonly starts: readonly PageStart[];
  /** The names of the blocks in their order on paper. */
  readonly blocks: readonly string[];
}

/** A paged edition whose pages another edition names. */
export interface PagedEdition {
  readonly edition: EditionName;
  readonly pageMap: PageMap;
}

/** The id of the place where a page of the edition that is counted begins. A dot keeps it apart from the ids of the text. */
export function pageMarkId(page: number): string {
  return `offprint.page-${page}`;
}

/** The id that a block has on paper where it has none of its own. A dot keeps it apart from the ids of the text. */
export function blockId(block: string): string {
  return `offprint.${block}`;
}

/** The id of a word of a block, in a print that measures. */
export function wordId(block: string, index: number): string {
  return `offprint.${block}.${index}`;
}

/** The id of the end of a note, whose height is the way from its own place to there. */
export function noteEndId(note: string): string {
  return `offprint.end.${note}`;
}

/** Whether an id is only there to be measured: nothing leads to it. */
export function isMeasure(id: string): boolean {
  return /^offprint\.(?:b[\d.]|end\.)/.test(id);
}
