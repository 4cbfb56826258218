import sharp from "sharp";
import type { Element } from "xast";
import type { Book } from "../../../model/book.ts";
import { elementsOf } from "./xml.ts";

/** What was found in the finished documents. */
export interface Findings {
  /** Whether there are meaningful images and drawings, and whether all of them have descriptions. */
  readonly hasPictures: boolean;
  readonly allDescribed: boolean;
  /** Whether there are charts, and whether each has its data in a table of the text. */
  readonly hasCharts: boolean;
  readonly chartsHaveData: boolean;
  readonly hasDiagrams: boolean;
  /** Whether there are animated images. */
  readonly moves: boolean;
  readonly hasTables: boolean;
  /** Whether every table has row or column headers. */
  readonly tablesHaveHeaders: boolean;
  readonly hasHeadings: boolean;
  readonly hasFormulas: boolean;
  /** Whether every formula has a text alternative. */
  readonly formulasDescribed: boolean;
  readonly hasNotes: boolean;
  readonly hasIndex: boolean;
  /** Whether all pages of the page list are marked in the documents. */
  readonly hasPages: boolean;
  /** Whether all sizes in the style sheet scale with the reader's font size. */
  readonly reflows: boolean;
}

/**
 * Examines the documents as a reader gets them, without the cover, which EPUB Accessibility exempts. An image without
 * text counts as described only if the author marked it as decorative; a placeholder text does not count.
 */
export async function examine(book: Book): Promise<Findings> {
  const elements = book.documents.filter(({ kind }) => kind !== "cover").flatMap(({ tree }) => elementsOf(tree));
  const named = (name: string): Element[] => elements.filter((element) => element.name === name);
  const has = (attribute: string, value: string): boolean =>
    elements.some(({ attributes }) => (attributes[attribute] ?? "").split(/\s+/).includes(value));
  const pictures = [...named("img"), ...named("svg")].filter((picture) => !isDecorative(picture));
  const tables = named("table");
  const drawn = elements.filter((element) => isOf(element, "chart"));
  const charts = drawn.filter((element) => !isOf(element, "diagram")).length;
  const tablesOfCharts = elements.filter((element) => isOf(element, "chart-data") && !isOf(element, "diagram-text"));
  const formulas = named("math");
  return {
    hasPictures: pictures.length > 0,
    allDescribed: pictures.every((picture) => states(picture, "alt", "aria-label") && !isOf(picture, "undescribed")),
    hasCharts: charts > 0,
    hasDiagrams: drawn.length > charts,
    chartsHaveData: tablesOfCharts.length >= charts,
    moves: (await Promise.all(book.files.map(isAnimated))).includes(true),
    hasTables: tables.length > 0,
    tablesHaveHeaders: tables.every((table) => elementsOf(table).some((element) => element.name === "th")),
    hasHeadings: elements.some((element) => /^h[2-6]$/.test(element.name)),
    hasFormulas: formulas.length > 0,
    formulasDescribed: formulas.every((formula) => states(formula, "alttext", "aria-label")),
    hasNotes: has("role", "doc-noteref"),
    hasIndex: has("role", "doc-index"),
    hasPages: pagesAreThere(book),
    reflows: !/font-size\s*:[^;}]*\d(?:px|pt|cm|mm|in|pc)\b/.test(new TextDecoder().decode(book.styleSheet.bytes)),
  };
}

/** Reports whether every page of the list is marked in the document that it names. */
function pagesAreThere({ pages, documents }: Book): boolean {
  if (!pages || pages.points.length === 0) return false;
  const marks = new Set(
    documents.flatMap(({ path, tree }) =>
      elementsOf(tree)
        .filter(({ attributes }) => attributes["role"] === "doc-pagebreak")
        .map(({ attributes }) => `${path}#${attributes["id"] ?? ""}`),
    ),
  );
  return pages.points.every(({ address }) => marks.has(address));
}

function states({ attributes }: Element, ...names: readonly string[]): boolean {
  return names.some((name) => (attributes[name] ?? "") !== "");
}

function isOf({ attributes }: Element, name: string): boolean {
  return (attributes["class"] ?? "").split(/\s+/).includes(name);
}

function isDecorative(picture: Element): boolean {
  return picture.attributes["alt"] === "" && isOf(picture, "decorative");
}

async function isAnimated({ mediaType, bytes }: Book["files"][number]): Promise<boolean> {
  if (!["image/gif", "image/webp"].includes(mediaType)) return false;
  const { pages = 1 } = await sharp(bytes).metadata();
  return pages > 1;
}
