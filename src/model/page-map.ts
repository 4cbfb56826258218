import type { EditionName } from "./edition.ts";
import type { FootnotePlan } from "./footnote-plan.ts";

/** A position on a page. */
export interface PagePosition {
  /** Counted from 1. */
  readonly page: number;
  /** Points below the top of the text area. */
  readonly top: number;
  /** Points from the left of the text area. */
  readonly left: number;
}

/** Positions by element id. */
export type PagePositions = ReadonlyMap<string, PagePosition>;

/** Measurements that one print of a document passes to the next. */
export interface Measured {
  /** Position of each id. */
  readonly positions?: PagePositions;
  /** Position of each id in the first print. */
  readonly first?: PagePositions;
  /** Blocks whose words are to be measured. */
  readonly words?: ReadonlySet<string>;
  /** Pages in landscape. */
  readonly turned?: ReadonlySet<number>;
  /** Footnote layout. */
  readonly notes?: FootnotePlan;
  /** Another edition whose page numbers are shown in the margin. */
  readonly counted?: PagedEdition | undefined;
}

/** The start of a page. */
export interface PageStart {
  /** Counted from 1. */
  readonly page: number;
  /** Name of the block that begins the page or, with a word index above 0, continues on it. */
  readonly block: string;
  /** Index in the block of the first word on the page. */
  readonly word: number;
}

/** How a paged edition is divided into pages. */
export interface PageMap {
  /** Number of pages. */
  readonly pages: number;
  /** One for each page, in order; for a page without a text block, the next block. */
  readonly starts: readonly PageStart[];
  /** Block names in the order of the pages. */
  readonly blocks: readonly string[];
}

/** A paged edition whose page numbers another edition shows. */
export interface PagedEdition {
  readonly edition: EditionName;
  readonly pageMap: PageMap;
}

/**
 * Returns the id of the place where a page of the counted edition begins. The dot keeps it distinct from ids of the
 * text.
 */
export function pageMarkId(page: number): string {
  return `offprint.page-${page}`;
}

/** Returns the id for a block without one of its own. The dot keeps it distinct from ids of the text. */
export function blockId(block: string): string {
  return `offprint.${block}`;
}

/** Returns the id of a word of a block, in a measuring print. */
export function wordId(block: string, index: number): string {
  return `offprint.${block}.${index}`;
}

/** Returns the id of the end of a note. A note's height is the distance from its own position to there. */
export function footnoteEndId(note: string): string {
  return `offprint.end.${note}`;
}

/** Reports whether an id only serves measurement: nothing links to it. */
export function isMeasure(id: string): boolean {
  return /^offprint\.(?:b[\d.]|end\.)/.test(id);
}
