import { extname } from "node:path";
import type { Outcome } from "./outcome.ts";

/** What a source can be, with the endings of its files; the first ending of each is its name on the command line. */
const endings = {
  md: [".md", ".markdown", ".mdown", ".qmd", ".rmd", ".mdx"],
  docx: [".docx"],
  html: [".html", ".htm"],
  txt: [".txt"],
} as const;

/** What a source can be. */
export type SourceKind = keyof typeof endings;

export const sourceKinds = Object.keys(endings) as readonly SourceKind[];

/** The endings of the files that can be imported. */
export const importedEndings: readonly string[] = [...endings.docx, ...endings.html, ...endings.txt];

/** What a file is by its name; nothing where its ending says nothing. */
export function kindOfName(name: string): SourceKind | undefined {
  const ending = extname(name).toLowerCase();
  return sourceKinds.find((kind) => (endings[kind] as readonly string[]).includes(ending));
}

/** What bytes without a name are: a ZIP archive, a page that begins as one, or else a text, which may be Markdown. */
export function kindOfContent(bytes: Uint8Array): SourceKind {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (start.startsWith("PK\u0003\u0004")) return "docx";
  return /^(?:\u00EF\u00BB\u00BF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
    start,
  )
    ? "html"
    : "md";
}

/** The name by which standard input is a source. */
export const standardInput = "-";

/** A document of another program, as Markdown. */
export interface ImportedDocument {
  readonly markdown: string;
  /** Pictures that were inside the document, by the address that the Markdown gives them, relative to it. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Addresses of pictures that lie beside the document, as the Markdown gives them. */
  readonly linkedPictures: readonly string[];
}

/** What styles of a Word document become: a name or a matcher of mammoth, and a path of HTML. */
export type WordStyleMap = Readonly<Record<string, string>>;

/** Turns the bytes of a document into Markdown. `shown` is the file as its author names it; `kind` what it is. */
export type ImportDocument = (
  shown: string,
  bytes: Uint8Array,
  kind?: SourceKind,
  styles?: WordStyleMap,
) => Promise<Outcome<ImportedDocument>>;
