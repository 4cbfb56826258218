/** Where paged editions show notes: at the end of their chapter, at the foot of the page, or beside the line. */
export const footnotePlacements = ["end", "foot", "side"] as const;

/** Where footnotes stand on paper. */
export type FootnotePlacement = (typeof footnotePlacements)[number];

/** The foot of one page. Lengths are points below the top of the page's area of text. */
export interface FootnoteArea {
  /** Text ends above this. */
  readonly cut: number;
  /** Ids of the notes that stand there, in their order. */
  readonly notes: readonly string[];
  /** The id of a row that begins the next page, where a table that may be divided would go on below the cut. */
  readonly pageBreak?: string;
  /** The id of a note whose reference the cut keeps off the page, because the note would have no room. */
  readonly deferred?: string;
  /** The text may take the whole page in this print, to see where a table would be cut. */
  readonly unbounded?: boolean;
}

/** What one print of a document with notes on its pages tells the next. */
export interface FootnotePlan {
  /** By the number of the page, from 1; empty for notes beside the text. */
  readonly areas: ReadonlyMap<number, FootnoteArea>;
  /** Up to this page the feet follow from what was measured; those behind it are guessed. */
  readonly certain: number;
  /** Of each note on a page, how far below the beginning of the first page it begins, in points. */
  readonly tops: ReadonlyMap<string, number>;
  /** Ids of notes that stand at the end, because no page has room for them. */
  readonly atEnd: ReadonlySet<string>;
  /** Prints so far. */
  readonly prints: number;
  /** Why all notes stand at the end after all. */
  readonly refused?: string;
}
