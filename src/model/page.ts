import type { NotePlan } from "./note-plan.ts";
import type { Publication } from "./publication.ts";

/** A complete document made by putting a publication, or a chapter of one, through a template. */
export interface Page {
  /** Where it stands in its container, `/`-separated: `index.html`, `text/chapter-one.xhtml`. */
  readonly path: string;
  readonly title: string;
  /** HTML (WHATWG serialisation) or, for books, XHTML. */
  readonly content: string;
}

/** A document for the browser that prints. */
export interface PrintPage extends Page {
  /** The ids of its blocks by their names, in reading order. */
  readonly blocks: ReadonlyMap<string, string>;
  /** What is printed: its outline is that of the document. */
  readonly publication: Publication;
  /** Where notes stand that are not at the end. */
  readonly notes?: NotePlan;
  /** After so many prints its page numbers are taken as they are. */
  readonly mostPrints: number;
}

/** A font face cut down to the characters that a page uses. */
export interface SubsetFont {
  readonly family: string;
  readonly style: "normal" | "italic";
  /** 100 to 900. */
  readonly weight: number;
  /** CSS `unicode-range`. */
  readonly unicodeRange: string;
  /** WOFF2. */
  readonly bytes: Uint8Array;
  /** ASCII, without a folder: `source-serif-4-latin-400-normal.woff2`. */
  readonly fileName: string;
}
