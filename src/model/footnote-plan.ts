/** Placements of notes in paged editions: at the end of the chapter, at the foot of the page, or beside the line. */
export const footnotePlacements = ["end", "foot", "side"] as const;

/** Placement of footnotes in paged editions. */
export type FootnotePlacement = (typeof footnotePlacements)[number];

/** The footnote area of one page. Lengths are in points from the top of the text area. */
export interface FootnoteArea {
  /** Lower limit of the text. */
  readonly cut: number;
  /** Ids of the notes on this page, in order. */
  readonly notes: readonly string[];
  /** Id of the row that begins the next page, where a table would continue below the limit. */
  readonly pageBreak?: string;
  /** Id of a note that does not fit, so that its reference is moved to the next page. */
  readonly deferred?: string;
  /** Whether the text may fill the whole page in this print, to measure where a table would break. */
  readonly unbounded?: boolean;
}

/** Footnote layout that one print passes to the next. */
export interface FootnotePlan {
  /** By page number, from 1; empty for notes beside the text. */
  readonly areas: ReadonlyMap<number, FootnoteArea>;
  /** The last page whose area follows from measurements; later areas are estimates. */
  readonly certain: number;
  /** Vertical position of each note on a page, in points from the top of the first page. */
  readonly tops: ReadonlyMap<string, number>;
  /** Ids of notes that are moved to the end, because no page has room for them. */
  readonly atEnd: ReadonlySet<string>;
  /** Number of prints so far. */
  readonly prints: number;
  /** Why all notes are moved to the end. */
  readonly refused?: string;
}
