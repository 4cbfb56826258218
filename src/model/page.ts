/** A complete document made by putting a publication, or a chapter of one, through a template. */
export interface Page {
  /** Where it stands in its container, `/`-separated: `index.html`, `text/chapter-one.xhtml`. */
  readonly path: string;
  readonly title: string;
  /** HTML (WHATWG serialisation) or, for books, XHTML. */
  readonly content: string;
}

/** A font face cut down to the characters that a page uses. */
export interface SubsetFont {
  readonly family: string;
  readonly style: "normal" | "italic";
  /** 100 to 900. */
  readonly weight: number;
  /** CSS `unicode-range`; empty where a face has only this cut. */
  readonly unicodeRange: string;
  /** WOFF2. */
  readonly bytes: Uint8Array;
  /** ASCII, without a folder: `source-serif-4-latin-400-normal.woff2`. */
  readonly fileName: string;
  /** That of the family; its file's name is like the one above: `source-serif-4-license.txt`. */
  readonly licence: { readonly fileName: string; readonly text: string };
}
