import type { Design } from "./edition.ts";
import type { FormField } from "./form-field.ts";
import type { FootnotePlan } from "./footnote-plan.ts";
import type { ContentsEntry, Publication } from "./publication.ts";

/** A complete document made by putting a publication, or a chapter of one, through a template. */
export interface Page {
  /** Where it stands in its container, `/`-separated: `index.html`, `text/chapter-one.xhtml`. */
  readonly path: string;
  readonly title: string;
  /** HTML (WHATWG serialisation) or, for books, XHTML. */
  readonly content: string;
  /** What readers fill in on it, in the order of the text; each is a link in `content`. */
  readonly fields?: readonly FormField[];
}

/** A document for the browser that prints. */
export interface PrintPage extends Page {
  /** The ids of its blocks by their names, in reading order. */
  readonly blocks: ReadonlyMap<string, string>;
  /** The words of some of these blocks, as all editions count them. */
  readonly wordsIn: (blocks: ReadonlySet<string>) => ReadonlyMap<string, readonly string[]>;
  readonly corners: Corners;
  /** What is printed. */
  readonly publication: Publication;
  /** What its bookmarks are. */
  readonly outline: readonly ContentsEntry[];
  /** The ids of the places where pages of another edition begin, with the numbers of these pages. */
  readonly pageMarks?: ReadonlyMap<string, number>;
  /** Tables that may go over the end of a page. */
  readonly longTables?: readonly LongTable[];
  /** Where notes stand that are not at the end. */
  readonly notes?: FootnotePlan;
  /** After so many prints its page numbers are taken as they are. */
  readonly mostPrints: number;
}

/** A table that may go over the end of a page: the ids of its beginning and its last row, and its label, "Table 2". */
export interface LongTable {
  readonly start: string;
  readonly end: string;
  readonly label: string;
}

/** Points from the upper left corner of a page to that of its area of text. */
export interface Corner {
  readonly left: number;
  readonly top: number;
}

/** Of odd pages and of even ones, whose margins may mirror each other. */
export interface Corners {
  readonly odd: Corner;
  readonly even: Corner;
  /** Of pages that are turned. */
  readonly turned?: { readonly odd: Corner; readonly even: Corner };
}

/** A document for the browser that prints: on each page what stands in one margin of a page of another document. */
export interface RunningHeadsPage extends Page {
  /** What each of its pages is, in their order. */
  readonly rows: readonly RunningRow[];
}

export interface RunningRow {
  /** The page that it belongs to, counted from 1. */
  readonly page: number;
  readonly kind: "head" | "foot" | "mark" | "continued";
}

/** A font face cut down to the characters that a page uses. */
export interface SubsetFont {
  readonly family: string;
  /** The designs of editions that it is for; all editions where it is left out. */
  readonly designs?: readonly Design[] | undefined;
  readonly style: "normal" | "italic";
  /** 100 to 900. */
  readonly weight: number;
  /** CSS `unicode-range`; empty where a face has only this cut. */
  readonly unicodeRange: string;
  /** TrueType; WOFF 2 in a page for the web. */
  readonly bytes: Uint8Array;
  /** ASCII, without a folder: `source-serif-4-latin-400-normal.ttf`. */
  readonly fileName: string;
  /** That of the family; its file's name is like the one above: `source-serif-4-license.txt`. */
  readonly licence: { readonly fileName: string; readonly text: string };
}
