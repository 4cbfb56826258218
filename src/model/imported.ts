import { extname } from "node:path";
import type { Outcome } from "./outcome.ts";

/** File extensions of each kind of source; the first of each is its name on the command line. */
const endings = {
  md: [".md", ".markdown", ".mdown", ".qmd", ".rmd", ".mdx"],
  docx: [".docx"],
  html: [".html", ".htm"],
  txt: [".txt"],
  ipynb: [".ipynb"],
} as const;

/** Kinds of sources. */
export type SourceKind = keyof typeof endings;

export const sourceKinds = Object.keys(endings) as readonly SourceKind[];

/** File extensions that can be imported. */
export const importedEndings: readonly string[] = [...endings.docx, ...endings.html, ...endings.txt, ...endings.ipynb];

/** Detects the kind of a file from its name. Returns `undefined` if the extension is unknown. */
export function kindOfName(name: string): SourceKind | undefined {
  const ending = extname(name).toLowerCase();
  return sourceKinds.find((kind) => (endings[kind] as readonly string[]).includes(ending));
}

/** Detects the kind of unnamed bytes: a ZIP archive, an HTML page, or else text, which may be Markdown. */
export function kindOfContent(bytes: Uint8Array): SourceKind {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (start.startsWith("PK\u0003\u0004")) return "docx";
  return /^(?:\u00EF\u00BB\u00BF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
    start,
  )
    ? "html"
    : "md";
}

/** The source name for standard input. */
export const standardInput = "-";

/** A document of another program, converted to Markdown. */
export interface ImportedDocument {
  readonly markdown: string;
  /** Embedded images, by their address in the Markdown, which is relative to the document. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Addresses in the Markdown of images that are files next to the document. */
  readonly linkedPictures: readonly string[];
}

/** What Word styles become: a style name or mammoth matcher, and an HTML path. */
export type WordStyleMap = Readonly<Record<string, string>>;

/** Converts a document to Markdown. `shown` is the path shown to the user; `kind` is the kind of source. */
export type ImportDocument = (
  shown: string,
  bytes: Uint8Array,
  kind?: SourceKind,
  styles?: WordStyleMap,
) => Promise<Outcome<ImportedDocument>>;
