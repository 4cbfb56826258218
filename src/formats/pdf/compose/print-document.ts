import type { Element, Root } from "hast";
import { type Messages, messagesFor } from "../../../i18n/messages.ts";
import type { Design, EditionName } from "../../../model/edition.ts";
import { editionOf } from "../../../model/every-edition.ts";
import type { FormField } from "../../../model/form-field.ts";
import type { LongTable } from "../../../model/page.ts";
import { isMeasure, type Measured, type PagePosition, type PagePositions } from "../../../model/page-map.ts";
import type { Publication } from "../../../model/publication.ts";
import { assemble } from "../../../template/assemble.ts";
import type { Template } from "../../../template/load.ts";
import type { TemplateChoices } from "../../../template/options.ts";
import { footnotesAtEnd, type PlacedFootnotes } from "../footnotes/place-footnotes.ts";
import { textHeight } from "./page-rules.ts";
import { type Sheet, sheetFor } from "./papers.ts";
import { canTurn, turnedHeight } from "./turned-pages.ts";
import { turnSections } from "../../../template/turn-sections.ts";

/** The input for a print document. */
export interface PrintRequest {
  readonly template: Template;
  readonly publication: Publication;
  readonly edition: EditionName;
  readonly options: TemplateChoices;
  /** Measurements from earlier prints of the same document. */
  readonly measured: Measured;
}

/** A print document while it is composed: its tree, and what is known so far. */
export interface PrintDocument extends PrintRequest {
  readonly tree: Root;
  readonly words: Messages;
  readonly design: Design | undefined;
  /** The sheet without side notes. */
  readonly sheet: Sheet;
  /** Elements on landscape pages. */
  readonly turned: ReadonlySet<Element>;
  /** The height of a page's text area in points; not for landscape pages. */
  readonly height: number;
  readonly positions: PagePositions | undefined;
  notes: PlacedFootnotes;
  /** The page of each id; unknown before the first print. */
  pages: ReadonlyMap<string, number> | undefined;
  fields: readonly FormField[];
  /** The ids of the places where pages of the counted edition begin. */
  pageMarks: ReadonlyMap<string, number>;
  longTables: readonly LongTable[];
  /** The ids of blocks, by block name. */
  blocks: ReadonlyMap<string, string>;
}

export function openPrintDocument(request: PrintRequest): PrintDocument {
  const { template, publication, edition, options, measured } = request;
  const { design } = editionOf(edition);
  const tree = assemble(publication);
  const sheet = sheetFor(template, edition, options);
  const height = textHeight(sheet);
  const turned = turnSections(tree, canTurn(sheet, design));
  const turnedPages = measured.turned ?? new Set();
  const heightOf = (page: number): number => (turnedPages.has(page) ? turnedHeight(sheet) : height);
  return {
    ...request,
    tree,
    words: messagesFor(publication.metadata.language),
    design,
    sheet,
    turned,
    height,
    positions: measured.positions && settlePositions(measured.positions, heightOf),
    notes: footnotesAtEnd(publication),
    pages: undefined,
    fields: [],
    pageMarks: new Map(),
    longTables: [],
    blocks: new Map(),
  };
}

/** Returns the page of each id. */
export function pagesOf(positions: PagePositions | undefined): ReadonlyMap<string, number> | undefined {
  return positions && new Map([...positions].map(([id, { page }]) => [id, page]));
}

/** Points; no line begins closer to the end of a page. */
const leastLine = 6;

/**
 * Corrects positions at page ends: raised text in the first line of a page can begin above it, and is then measured at
 * the end of the page before. `heightOf` returns the height of a page's text area in points.
 */
function settlePositions(positions: PagePositions, heightOf: (page: number) => number): PagePositions {
  return new Map(
    [...positions].map(([id, place]): [string, PagePosition] => {
      const isBefore = !isMeasure(id) && place.top > heightOf(place.page) - leastLine;
      return [id, isBefore ? { ...place, page: place.page + 1, top: 0 } : place];
    }),
  );
}
