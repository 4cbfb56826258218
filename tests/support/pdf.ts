import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

// PDFs as another program sees them, which shares no code with those that write and check them.

export interface OpenedPdf {
  readonly document: PDFDocumentProxy;
  /** The text of each page in reading order, with a line end where a line ends. */
  readonly texts: readonly string[];
  /** For each page, the structure tree's roles and texts: `P(A line.)`. */
  readonly trees: readonly string[];
  /** For each page, its tagged text in reading order: no running heads, no marks of lists. */
  readonly words: readonly string[];
  readonly links: readonly PdfLink[];
  readonly outline: readonly PdfBookmark[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly xmp: { get(name: string): unknown; getRaw(): string };
}

export interface PdfLink {
  /** From 1. */
  readonly page: number;
  readonly url: string | undefined;
  readonly destination: string | undefined;
  readonly words: string;
}

export interface PdfBookmark {
  readonly title: string;
  /** From 1. */
  readonly page: number;
  readonly children: readonly PdfBookmark[];
}

export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)));
  const { info, metadata } = await document.getMetadata();
  return {
    document,
    texts: await Promise.all(pages.map(readText)),
    trees: await Promise.all(pages.map((page) => readTree(page, withRoles))),
    words: await Promise.all(pages.map((page) => readTree(page, withoutMarks))),
    links: (await Promise.all(pages.map(readLinks))).flat(),
    outline: await readOutline(document, (await document.getOutline()) ?? []),
    info: info as Record<string, unknown>,
    xmp: metadata as unknown as OpenedPdf["xmp"],
  };
}

async function readText(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  const texts = items.filter((item) => "str" in item);
  return texts
    .map(({ str, hasEOL, transform }, index) => {
      const next = texts[index + 1];
      // What is drawn as a form, such as a running head, ends without a sign.
      const ends = hasEOL || (next && Math.abs(Number(next.transform[5]) - Number(transform[5])) > 60);
      return str + (ends ? "\n" : "");
    })
    .join("");
}

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

/** How an element is written, given what is in it. */
type Write = (node: Node, inside: string) => string;

const withRoles: Write = ({ role, alt }, inside) => `${role}${alt === undefined ? "" : `[${alt}]`}(${inside})`;

/** Bullets, numbers and boxes are no text; a term that a meaning belongs to is. */
const withoutMarks: Write = ({ role }, inside) => (role === "Lbl" && !/\p{L}{2}/u.test(inside) ? "" : inside);

async function readTree(page: PDFPageProxy, writeElement: Write): Promise<string> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ("str" in item) {
      const id = open.findLast((text) => text !== "");
      if (id !== undefined) texts.set(id, (texts.get(id) ?? "") + item.str);
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push(("id" in item && typeof item.id === "string" ? item.id : "") || "");
  }
  const write = (node: Node): string => {
    if (node.type === "content") return texts.get(node.id ?? "") ?? "";
    if (node.type !== undefined) return "";
    const inside = (node.children ?? []).map(write).join("");
    if (node.role === "NonStruct" || node.role === "Root") return inside;
    return writeElement(node, inside);
  };
  const tree = (await page.getStructTree()) as Node | null;
  return tree ? write(tree) : "";
}

interface Annotation {
  readonly subtype: string;
  readonly url?: string;
  readonly dest?: unknown;
  readonly contentsObj?: { readonly str: string };
}

async function readLinks(page: PDFPageProxy): Promise<PdfLink[]> {
  const annotations = (await page.getAnnotations()) as Annotation[];
  return annotations
    .filter(({ subtype }) => subtype === "Link")
    .map(({ url, dest, contentsObj }) => ({
      page: page.pageNumber,
      url,
      destination: typeof dest === "string" ? dest : undefined,
      words: contentsObj?.str ?? "",
    }));
}

interface Item {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly Item[];
}

async function readOutline(document: PDFDocumentProxy, items: readonly Item[]): Promise<PdfBookmark[]> {
  return Promise.all(
    items.map(async ({ title, dest, items: children }) => ({
      title,
      page: await pageOf(document, dest),
      children: await readOutline(document, children),
    })),
  );
}

/** The page of a destination, from 1. */
export async function pageOf(document: PDFDocumentProxy, destination: unknown): Promise<number> {
  const explicit = typeof destination === "string" ? await document.getDestination(destination) : destination;
  const [page] = explicit as [Parameters<PDFDocumentProxy["getPageIndex"]>[0]];
  return (await document.getPageIndex(page)) + 1;
}
