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

/** A file that is packed unchanged: the style sheet, a font, an image. */
export interface BookFile {
  /** Relative to the package document, `/`-separated, ASCII. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** An entry of the table of contents with its children. */
export interface NavigationPoint {
  /** Plain text, never empty. */
  readonly title: string;
  /** Path and fragment: `text/01-start.xhtml#first-steps`. */
  readonly address: string;
  /** BCP 47; only where it differs from the language of the book. */
  readonly language?: string;
  readonly children: readonly NavigationPoint[];
}

/** The place in an e-book where a page of the paged edition begins. */
export interface PagePoint {
  /** The printed page number. */
  readonly label: string;
  /** Path and fragment. */
  readonly address: string;
}

/** Pages of a paged edition, for the page list of the e-book. */
export interface BookPages {
  readonly edition: EditionName;
  readonly points: readonly PagePoint[];
}

/** A publication rendered by an e-reader template, ready to be packaged. */
export interface Book {
  readonly slug: string;
  readonly metadata: Metadata;
  /** Date of the package document and of every ZIP entry. */
  readonly modified: Date;
  /** In reading order. The document of kind "contents" is the navigation document (EPUB 3.3, §7). */
  readonly documents: readonly BookDocument[];
  readonly navigation: readonly NavigationPoint[];
  /** Whether the navigation document is part of the reading order. */
  readonly showsContents: boolean;
  readonly styleSheet: BookFile;
  readonly files: readonly BookFile[];
  /** Path of the cover image. */
  readonly coverImage: string;
  /** Absent where no paged edition's pages are known. */
  readonly pages?: BookPages;
}
