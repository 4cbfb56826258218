import sharp from "sharp";
import type { Element } from "xast";
import type { Book } from "../../../model/book.ts";
import { elementsOf } from "./xml.ts";

/** What was found in the finished documents. */
export interface Findings {
  /** Pictures and drawings that say something, and whether each of them says it in words too. */
  readonly hasPictures: boolean;
  readonly allDescribed: boolean;
  /** Charts, and whether what each shows is a table of the text too. */
  readonly hasCharts: boolean;
  readonly chartsHaveData: boolean;
  readonly hasDiagrams: boolean;
  /** Pictures that move. */
  readonly moves: boolean;
  readonly hasTables: boolean;
  /** Every table names its columns or rows. */
  readonly tablesHaveHeaders: boolean;
  readonly hasHeadings: boolean;
  readonly hasFormulas: boolean;
  /** Every formula is there in words too. */
  readonly formulasDescribed: boolean;
  readonly hasNotes: boolean;
  readonly hasIndex: boolean;
  /** Marks where the pages of a paged edition begin, and a list that leads to each of them. */
  readonly hasPages: boolean;
  /** No size in the style sheet but what grows with the reader's own. */
  readonly reflows: boolean;
}

/**
 * Look at the documents as a reader will get them. The cover is left out, as EPUB Accessibility has it: it adds nothing
 * to the text. A picture without words counts as described only if the author called it decorative; one with a stand-in does not.
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
    allDescribed: pictures.every((picture) => said(picture, "alt", "aria-label") && !isOf(picture, "undescribed")),
    hasCharts: charts > 0,
    hasDiagrams: drawn.length > charts,
    chartsHaveData: tablesOfCharts.length >= charts,
    moves: (await Promise.all(book.files.map(isAnimated))).includes(true),
    hasTables: tables.length > 0,
    tablesHaveHeaders: tables.every((table) => elementsOf(table).some((element) => element.name === "th")),
    hasHeadings: elements.some((element) => /^h[2-6]$/.test(element.name)),
    hasFormulas: formulas.length > 0,
    formulasDescribed: formulas.every((formula) => said(formula, "alttext", "aria-label")),
    hasNotes: has("role", "doc-noteref"),
    hasIndex: has("role", "doc-index"),
    hasPages: pagesAreThere(book),
    reflows: !/font-size\s*:[^;}]*\d(?:px|pt|cm|mm|in|pc)\b/.test(new TextDecoder().decode(book.styleSheet.bytes)),
  };
}

/** Every page of the list is marked in the document that the list says. */
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

function said({ attributes }: Element, ...names: readonly string[]): boolean {
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
