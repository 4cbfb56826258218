import type { Design } from "./edition.ts";
import type { FormField } from "./form-field.ts";
import type { FootnotePlan } from "./footnote-plan.ts";
import type { ContentsEntry, Publication } from "./publication.ts";

/** A complete document rendered from a publication or a chapter. */
export interface Page {
  /** Path in its container, `/`-separated: `index.html`, `text/chapter-one.xhtml`. */
  readonly path: string;
  readonly title: string;
  /** HTML (WHATWG serialisation) or, for books, XHTML. */
  readonly content: string;
  /** Form fields in document order; each is a link in `content`. */
  readonly fields?: readonly FormField[];
}

/** A document for the printing browser. */
export interface PrintPage extends Page {
  /** Returns documents whose pages together are its pages; omitted where it cannot be divided. */
  readonly parts?: () => readonly string[];
  /** Ids of the blocks by name, in reading order. */
  readonly blocks: ReadonlyMap<string, string>;
  /** Returns the words of these blocks, counted as in all editions. */
  readonly wordsIn: (blocks: ReadonlySet<string>) => ReadonlyMap<string, readonly string[]>;
  readonly corners: Corners;
  /** The publication that is printed. */
  readonly publication: Publication;
  /** Source of its bookmarks. */
  readonly outline: readonly ContentsEntry[];
  /** Ids of the places where pages of another edition begin, with their page numbers. */
  readonly pageMarks?: ReadonlyMap<string, number>;
  /** Tables that may break across pages. */
  readonly longTables?: readonly LongTable[];
  /** Placement of notes that are not at the end. */
  readonly notes?: FootnotePlan;
  /** Maximum number of prints until the page numbers are final. */
  readonly mostPrints: number;
}

/** A table that may break across pages: ids of its beginning and its last row, and its label, "Table 2". */
export interface LongTable {
  readonly start: string;
  readonly end: string;
  readonly label: string;
}

/** Distance in points from the upper left corner of a page to that of its text area. */
export interface Corner {
  readonly left: number;
  readonly top: number;
}

/** Corners of odd and even pages, whose margins may be mirrored. */
export interface Corners {
  readonly odd: Corner;
  readonly even: Corner;
  /** Corners of landscape pages. */
  readonly turned?: { readonly odd: Corner; readonly even: Corner };
}

/** A document for the printing browser: each page holds the content of one margin of a page of another document. */
export interface RunningHeadsPage extends Page {
  /** What each of its pages is, in order. */
  readonly rows: readonly RunningRow[];
}

export interface RunningRow {
  /** The page that it is placed on, counted from 1. */
  readonly page: number;
  readonly kind: "head" | "foot" | "mark" | "continued";
}

/** A font face reduced to the characters that a page uses. */
export interface SubsetFont {
  readonly family: string;
  /** Edition designs that use it; defaults to all. */
  readonly designs?: readonly Design[] | undefined;
  readonly style: "normal" | "italic";
  /** CSS `font-weight`: 100 to 900. */
  readonly weight: number;
  /** CSS `unicode-range`; empty where the face has only one subset. */
  readonly unicodeRange: string;
  /** TrueType; WOFF 2 for web pages. */
  readonly bytes: Uint8Array;
  /** ASCII, without a folder: `source-serif-4-latin-400-normal.ttf`. */
  readonly fileName: string;
  /** Licence of the family; its file name is like the one above: `source-serif-4-license.txt`. */
  readonly licence: { readonly fileName: string; readonly text: string };
}
