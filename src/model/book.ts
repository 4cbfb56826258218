import type { Root } from "xast";
import type { EditionName } from "./edition.ts";
import type { Metadata } from "./metadata.ts";

export type BookDocumentKind = "cover" | "title-page" | "contents" | "part" | "chapter";

/** An XHTML content document (EPUB 3.3, §6.1). */
export interface BookDocument {
  /** Relative to the package document, `/`-separated, ASCII. */
  readonly path: string;
  /** Plain text, never empty. */
  readonly title: string;
  readonly kind: BookDocumentKind;
  readonly tree: Root;
}

/** Anything that is packed as it is: the style sheet, fonts, pictures. */
export interface BookFile {
  /** Relative to the package document, `/`-separated, ASCII. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** One line of the contents list and what stands below it. */
export interface NavigationPoint {
  /** Plain text, never empty. */
  readonly title: string;
  /** Path and fragment: `text/01-start.xhtml#first-steps`. */
  readonly address: string;
  /** BCP 47; only where it is another than that of the book. */
  readonly language?: string;
  readonly children: readonly NavigationPoint[];
}

/** Where a page of the paged edition begins. */
export interface PagePoint {
  /** What is printed on the page. */
  readonly label: string;
  /** Path and fragment. */
  readonly address: string;
}

/** The pages of a paged edition, which the book knows too. */
export interface BookPages {
  readonly edition: EditionName;
  readonly points: readonly PagePoint[];
}

/** A publication put through a template for e-readers; all that is missing is the package around it. */
export interface Book {
  readonly slug: string;
  readonly metadata: Metadata;
  /** The instant that the package and every entry of the archive carry. */
  readonly modified: Date;
  /** In reading order. The one of kind "contents" is the navigation document (EPUB 3.3, §7). */
  readonly documents: readonly BookDocument[];
  readonly navigation: readonly NavigationPoint[];
  /** Whether the navigation document is a page that is read, too. */
  readonly showsContents: boolean;
  readonly styleSheet: BookFile;
  readonly files: readonly BookFile[];
  /** The file that is the cover's picture. */
  readonly coverImage: string;
  /** Absent where the pages of no other edition are known. */
  readonly pages?: BookPages;
}
