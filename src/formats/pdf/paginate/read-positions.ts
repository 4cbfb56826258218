import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from "@cantoo/pdf-lib";
import type { PagePosition } from "../../../model/page-map.ts";
import { idOfDestination } from "../read/link-target.ts";

/** What a print tells about its pages. */
export interface PrintedPages {
  readonly count: number;
  /** The position of each id. */
  readonly positions: ReadonlyMap<string, PagePosition>;
  /** The landscape pages: those whose width differs from the first page's. */
  readonly turned: ReadonlySet<number>;
}

/** Returns the number of pages and the position of each named destination. */
export async function readPrintedPages(bytes: Uint8Array): Promise<PrintedPages> {
  const quick = readPlain(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"));
  if (quick) return quick;
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const widths = document.getPages().map((page) => page.getWidth());
  return { count: widths.length, positions: readPositions(document), turned: turnedPages(widths) };
}

/** Returns the landscape pages, by width. */
function turnedPages(widths: readonly number[]): Set<number> {
  const [first = 0] = widths;
  return new Set(widths.flatMap((width, index) => (Math.abs(width - first) > 1 ? [index + 1] : [])));
}

/**
 * Returns the position of each named destination (ISO 32000-1, 12.3.2.3). The browser counts from the upper left corner
 * of the text area, but writes as if that were the corner of the page.
 */
function readPositions(document: PDFDocument): Map<string, PagePosition> {
  const pages = new Map(
    document.getPages().map((page, index) => [page.ref.tag, { page: index + 1, height: page.getHeight() }]),
  );
  const destinations = document.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  const positions = new Map<string, PagePosition>();
  for (const [name, value] of destinations?.entries() ?? []) {
    const destination = document.context.lookup(value);
    if (!(destination instanceof PDFArray)) continue;
    const target = destination.get(0);
    const page = target instanceof PDFRef ? pages.get(target.tag) : undefined;
    if (!page) continue;
    const [, , left, top] = destination.asArray();
    const position = { page: page.page, left: numberOf(left) ?? 0, top: page.height - (numberOf(top) ?? page.height) };
    positions.set(idOfDestination(name), position);
  }
  return positions;
}

function numberOf(object: PDFObject | undefined): number | undefined {
  return object instanceof PDFNumber ? object.asNumber() : undefined;
}

/**
 * Reads the same from the file's text without parsing the rest: the browser writes a plain cross-reference table
 * (7.5.4), and all destinations in one dictionary. Returns `undefined` for files written otherwise.
 */
function readPlain(file: string): PrintedPages | undefined {
  const objectAt = objectsOf(file);
  const [, root = ""] = /\/Root (\d+) 0 R/.exec(file.slice(-200)) ?? [];
  const catalog = objectAt(Number(root));
  const [, tree = ""] = /\/Pages (\d+) 0 R/.exec(catalog) ?? [];
  const [, names = ""] = /\/Dests (\d+) 0 R/.exec(catalog) ?? [];
  const pages = new Map<number, { readonly page: number; readonly height: number }>();
  const widths: number[] = [];
  const addPages = (number: number): boolean => {
    const node = objectAt(number);
    const kids = /\/Kids \[([^\]]*)\]/.exec(node)?.[1];
    if (kids !== undefined) return Array.from(kids.matchAll(/(\d+) 0 R/g), ([, kid]) => Number(kid)).every(addPages);
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(node) ?? [];
    widths.push(Number(width));
    pages.set(number, { page: pages.size + 1, height: Number(height) });
    return height !== undefined;
  };
  if (!addPages(Number(tree)) || pages.size === 0) return undefined;
  const positions = new Map<string, PagePosition>();
  for (const [, name = "", target, left, top] of objectAt(Number(names)).matchAll(destination)) {
    const page = pages.get(Number(target));
    if (!page) return undefined;
    const id = idOfDestination(PDFName.of(name));
    positions.set(id, { page: page.page, left: Number(left), top: page.height - Number(top) });
  }
  return { count: pages.size, positions, turned: turnedPages(widths) };
}

const destination = /\/([^\s/[\]<>()]+) \[(\d+) 0 R \/XYZ ([-\d.]+) ([-\d.]+) [\d.]+\]/g;

/** Returns a function from object numbers to object text, by the cross-reference table at the file's end. */
function objectsOf(file: string): (number: number) => string {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.slice(-100))?.[1]);
  const [head, first = "0"] = /^xref\s+(\d+) \d+\s+/.exec(file.slice(start, start + 40)) ?? [];
  if (head === undefined || first !== "0") return () => "";
  // Each entry is 20 bytes long.
  return (number) => {
    const offset = Number(file.slice(start + head.length + number * 20).slice(0, 10));
    return Number.isNaN(offset) ? "" : file.slice(offset, file.indexOf("endobj", offset));
  };
}
