import type { Element, Root } from "hast";
import { type Messages, messagesFor } from "../../../i18n/messages.ts";
import type { Design, EditionName } from "../../../model/edition.ts";
import { editionOf } from "../../../model/every-edition.ts";
import type { FormField } from "../../../model/form-field.ts";
import type { LongTable } from "../../../model/page.ts";
import type { Measured, PagePositions } from "../../../model/page-map.ts";
import type { Publication } from "../../../model/publication.ts";
import { assemble } from "../../../template/assemble.ts";
import type { Template } from "../../../template/load.ts";
import type { TemplateChoices } from "../../../template/options.ts";
import { notesAtEnd, type PlacedNotes } from "../footnotes/place-footnotes.ts";
import { textHeight } from "./page-rules.ts";
import { type Sheet, sheetFor } from "./papers.ts";
import { settlePositions } from "./settle-positions.ts";
import { canTurn, turnedHeight } from "./turned-pages.ts";
import { turnSections } from "./turn-sections.ts";

/** What a document for paper is made from, and with. */
export interface PrintRequest {
  readonly template: Template;
  readonly given: Publication;
  readonly edition: EditionName;
  readonly options: TemplateChoices;
  /** In earlier prints of the same document. */
  readonly measured: Measured;
}

/** A document for paper while it is being made: its tree, and what has been found out on the way. */
export interface PrintDocument extends PrintRequest {
  readonly tree: Root;
  readonly words: Messages;
  readonly design: Design | undefined;
  /** Without notes beside the text. */
  readonly sheet: Sheet;
  /** What stands on turned pages. */
  readonly turned: ReadonlySet<Element>;
  /** Of a page's area of text, in points; not of turned pages. */
  readonly height: number;
  readonly positions: PagePositions | undefined;
  notes: PlacedNotes;
  /** On which page each id stands; unknown before the first print. */
  pages: ReadonlyMap<string, number> | undefined;
  fields: readonly FormField[];
  /** The ids of the places where pages of the counted edition begin. */
  pageMarks: ReadonlyMap<string, number>;
  longTables: readonly LongTable[];
  /** The ids of blocks by their names. */
  blocks: ReadonlyMap<string, string>;
}

export function openPrintDocument(request: PrintRequest): PrintDocument {
  const { template, given, edition, options, measured } = request;
  const { design } = editionOf(edition);
  const tree = assemble(given);
  const sheet = sheetFor(template, edition, options);
  const height = textHeight(sheet);
  const turned = turnSections(tree, canTurn(sheet, design));
  const turnedPages = measured.turned ?? new Set();
  const heightOf = (page: number): number => (turnedPages.has(page) ? turnedHeight(sheet) : height);
  return {
    ...request,
    tree,
    words: messagesFor(given.metadata.language),
    design,
    sheet,
    turned,
    height,
    positions: measured.positions && settlePositions(measured.positions, heightOf),
    notes: notesAtEnd(given),
    pages: undefined,
    fields: [],
    pageMarks: new Map(),
    longTables: [],
    blocks: new Map(),
  };
}

/** On which page each id stands. */
export function pagesOf(positions: PagePositions | undefined): ReadonlyMap<string, number> | undefined {
  return positions && new Map([...positions].map(([id, { page }]) => [id, page]));
}
