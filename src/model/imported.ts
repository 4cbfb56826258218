import type { Outcome } from "./outcome.ts";

/** The endings of the files that can be imported. */
export const importedEndings = [".docx", ".html", ".htm", ".txt"] as const;

/** A document of another program, as Markdown. */
export interface ImportedDocument {
  readonly markdown: string;
  /** Pictures that were inside the document, by the address that the Markdown gives them, relative to it. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Addresses of pictures that lie beside the document, as the Markdown gives them. */
  readonly linkedPictures: readonly string[];
}

/** Turns the bytes of a document into Markdown. `shown` is the file as its author names it. */
export type ImportDocument = (shown: string, bytes: Uint8Array) => Promise<Outcome<ImportedDocument>>;
