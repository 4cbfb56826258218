import type { Transform } from "../../../model/transform.ts";
import { drawCheckBoxes } from "../../../template/draw-check-boxes.ts";
import { embedImages } from "../../../template/embed.ts";
import { nameIllustrations } from "../../../template/illustration-lists.ts";
import { locateTerms } from "../../../template/locate-terms.ts";
import { openDetails } from "../../../template/open-details.ts";
import { ruleWorksheets } from "../../../template/worksheet/rule-worksheets.ts";
import { referToNotes } from "../footnotes/refer-to-footnotes.ts";
import { breakLongBlocks } from "./break-long-blocks.ts";
import { listWideTables, setDenseTables } from "./fit-tables.ts";
import { floatFigures } from "./float-figures.ts";
import { formulaTransforms } from "./formula-transforms.ts";
import { hyphenate } from "./hyphenate.ts";
import { identifyBlocks } from "./identify-blocks.ts";
import { keepShortParagraphs } from "./keep-short-paragraphs.ts";
import { linkTransforms } from "./link-transforms.ts";
import { listDefinitions } from "./list-definitions.ts";
import { findLongTables } from "./mark-continued.ts";
import { markLongTables } from "./mark-long-tables.ts";
import { markPagesOf } from "./mark-pages.ts";
import { markWords } from "./mark-words.ts";
import { openFieldsOf } from "./open-fields.ts";
import { placeNotesOn } from "./place-notes.ts";
import { pagesOf, type PrintDocument } from "./print-document.ts";
import { referToPages } from "./refer-to-pages.ts";
import { regularTables } from "./regular-tables.ts";
import { spareInk } from "./spare-ink.ts";
import { hasColumns } from "./papers.ts";
import { partColumns } from "./turn-sections.ts";
import { wrapCharts } from "./wrap-charts.ts";

/** Transforms of a publication's tree for paper, in order. */
export const printTransforms: readonly Transform<PrintDocument>[] = [
  {
    name: "mark-words",
    needs: [],
    why: "Words are counted as the author wrote them, before any is added.",
    run: ({ tree, measured }) => measured.words && markWords(tree, measured.words),
  },
  {
    name: "mark-pages",
    needs: ["mark-words"],
    why: "Words are counted as the author wrote them; the blocks that get an id are found by it later.",
    run: markPagesOf,
  },
  {
    name: "mark-long-tables",
    needs: [],
    why: "A long table goes over the end of a page, under its head.",
    run: ({ tree }) => markLongTables(tree),
  },
  {
    name: "place-notes",
    needs: ["mark-words", "mark-long-tables"],
    why: "A plan of the feet of pages knows which tables break; what follows reads notes where they are read.",
    run: placeNotesOn,
  },
  {
    name: "refer-to-notes",
    needs: ["place-notes"],
    why: "A reference names the page that its note has been moved to.",
    run: ({ tree, notes, words, pages }) => referToNotes(tree, notes.moved, words, pages),
  },
  {
    name: "open-details",
    needs: [],
    why: "Paper cannot unfold anything.",
    run: ({ tree }) => openDetails(tree),
  },
  {
    name: "float-figures",
    needs: ["place-notes"],
    why: "A figure leaves no hole at the end of a page; notes have left the paragraphs before it.",
    run: ({ tree, measured }) => floatFigures(tree, pagesOf(measured.first)),
  },
  {
    name: "wrap-charts",
    needs: ["float-figures"],
    why: "A figure moves with the data of its chart while they are neighbours.",
    run: ({ tree }) => wrapCharts(tree),
  },
  {
    name: "part-columns",
    needs: ["float-figures", "wrap-charts"],
    why: "What moves or becomes one block does so among its neighbours.",
    run: ({ tree, turned, options, design }) =>
      turned.size > 0 && hasColumns(options, design) && partColumns(tree, turned),
  },
  {
    name: "draw-check-boxes",
    needs: [],
    why: "A box on paper is a drawing.",
    run: ({ tree, words }) => drawCheckBoxes(tree, words),
  },
  {
    name: "rule-worksheets",
    needs: ["mark-words"],
    why: "What is to be filled in is ruled, and gets words of ours.",
    run: ({ tree, words }) => ruleWorksheets(tree, words),
  },
  {
    name: "list-definitions",
    needs: [],
    why: "The browser knows nothing of definition lists when it tags a PDF.",
    run: ({ tree }) => listDefinitions(tree),
  },
  ...formulaTransforms,
  {
    name: "refer-to-pages",
    needs: ["place-notes"],
    why: "A reference names the page of its target, notes being where they are read.",
    run: ({ tree, words, pages }) => referToPages(tree, words, pages),
  },
  {
    name: "locate-terms",
    needs: ["place-notes"],
    why: "An index names pages, those of terms in notes too.",
    run: ({ tree, given, words, pages }) => locateTerms(tree, given.metadata.language, { words, pages }),
  },
  ...linkTransforms,
  {
    name: "linearise-tables",
    needs: ["note-links", "show-addresses"],
    why: "Addresses make the words of tables longer, and a table that has no room becomes a list.",
    run: listWideTables,
  },
  {
    name: "hyphenate",
    needs: ["mark-words", "note-links", "show-addresses", "linearise-tables"],
    why: "Words are looked for and measured whole.",
    run: ({ tree, given, options, design }) =>
      options.hyphenate && design !== "large-print" && hyphenate(tree, given.metadata.language),
  },
  {
    name: "keep-short-paragraphs",
    needs: ["refer-to-notes", "refer-to-pages", "note-links", "show-addresses"],
    why: "Pages and addresses make a paragraph longer.",
    run: ({ tree }) => keepShortParagraphs(tree),
  },
  {
    name: "break-long-blocks",
    needs: ["note-links", "show-addresses", "linearise-tables"],
    why: "A block is as long as it is with its addresses.",
    run: ({ tree }) => breakLongBlocks(tree),
  },
  {
    name: "mark-dense-tables",
    needs: ["linearise-tables"],
    why: "Only what has stayed a table is set smaller.",
    run: setDenseTables,
  },
  {
    name: "regular-tables",
    needs: ["linearise-tables", "mark-dense-tables"],
    why: "Only what has stayed a table is filled up, and what it is filled with has no width.",
    run: ({ tree }) => regularTables(tree),
  },
  {
    name: "open-fields",
    needs: ["draw-check-boxes", "rule-worksheets", "note-links", "show-addresses"],
    why: "A field is made of a drawing, and is no link whose address a reader is told.",
    run: openFieldsOf,
  },
  {
    name: "embed-images",
    needs: [],
    why: "The document carries its pictures, in the ink-saver edition lighter ones.",
    run: ({ tree, notes: { publication }, design, template, options }) =>
      embedImages(tree, design === "ink-saver" ? spareInk(publication.images, template, options) : publication.images),
  },
  {
    name: "name-illustrations",
    needs: [],
    why: "The places that lists of figures lead to are more than measured.",
    run: ({ tree, given }) => nameIllustrations(tree, given.metadata.lists),
  },
  {
    name: "find-long-tables",
    needs: ["mark-long-tables", "linearise-tables", "name-illustrations"],
    why: "Only what has stayed a table goes over the end of a page under its head.",
    run: (document) => (document.longTables = findLongTables(document.tree)),
  },
  {
    name: "identify-blocks",
    needs: ["place-notes", "linearise-tables", "name-illustrations"],
    why: "The blocks that are left when all have found their places are those that are measured.",
    run: (document) => (document.blocks = identifyBlocks(document.tree)),
  },
];
