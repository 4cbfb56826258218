import type { Transform } from "../../../model/transform.ts";
import { drawCheckBoxes } from "../../../template/draw-check-boxes.ts";
import { embedImages } from "../../../template/embed.ts";
import { nameIllustrations } from "../../../template/illustration-lists.ts";
import { keepWhole } from "../../../template/keep-whole.ts";
import { locateTerms } from "../../../template/locate-terms.ts";
import { openDetails } from "../../../template/open-details.ts";
import { ruleWorksheets } from "../../../template/worksheet/rule-worksheets.ts";
import { referToFootnotes } from "../footnotes/refer-to-footnotes.ts";
import { breakLongBlocks } from "./break-long-blocks.ts";
import { listWideTables, setDenseTables } from "./fit-tables.ts";
import { floatFigures } from "./float-figures.ts";
import { formulaTransforms } from "./formula-transforms.ts";
import { hyphenate, hyphenateHeadings } from "./hyphenate.ts";
import { identifyBlocks } from "./identify-blocks.ts";
import { keepShortParagraphs } from "./keep-short-paragraphs.ts";
import { linkTransforms } from "./link-transforms.ts";
import { listDefinitions } from "./list-definitions.ts";
import { findLongTables } from "./mark-continued.ts";
import { markLongTables } from "./mark-long-tables.ts";
import { markPagesOf } from "./mark-pages.ts";
import { markWords } from "./mark-words.ts";
import { openFieldsOf } from "./open-fields.ts";
import { placeFootnotesOn } from "./place-footnotes.ts";
import { pagesOf, type PrintDocument } from "./print-document.ts";
import { referToPages } from "./refer-to-pages.ts";
import { regularTables } from "./regular-tables.ts";
import { spareInk } from "./spare-ink.ts";
import { hasColumns } from "./papers.ts";
import { partColumns } from "./part-columns.ts";
import { wrapCharts } from "./wrap-charts.ts";

/** Transforms of a publication's tree for paper, in order. */
export const printTransforms: readonly Transform<PrintDocument>[] = [
  {
    name: "mark-words",
    why: "Words must be counted as the author wrote them, before any are added.",
    run: ({ tree, measured }) => measured.words && markWords(tree, measured.words),
  },
  {
    name: "mark-pages",
    needs: ["mark-words"],
    why: "Words must be counted as the author wrote them; new block ids are needed later.",
    run: markPagesOf,
  },
  {
    name: "mark-long-tables",
    why: "Long tables may break across pages, and repeat their head.",
    run: ({ tree }) => markLongTables(tree),
  },
  {
    name: "place-footnotes",
    needs: ["mark-words", "mark-long-tables"],
    why: "The footnote plan depends on which tables may break; later steps read footnotes in place.",
    run: placeFootnotesOn,
  },
  {
    name: "refer-to-footnotes",
    needs: ["place-footnotes"],
    why: "References name the page to which their footnote was moved.",
    run: ({ tree, notes, words, pages }) => referToFootnotes(tree, notes.moved, words, pages),
  },
  { name: "open-details", why: "Paper cannot unfold anything.", run: ({ tree }) => openDetails(tree) },
  {
    name: "float-figures",
    needs: ["place-footnotes"],
    why: "Figures must not leave gaps at page ends; footnotes must have left the paragraphs before them.",
    run: ({ tree, measured }) => floatFigures(tree, pagesOf(measured.first)),
  },
  {
    name: "wrap-charts",
    needs: ["float-figures"],
    why: "A figure and its chart data must move together, as siblings.",
    run: ({ tree }) => wrapCharts(tree),
  },
  {
    name: "part-columns",
    needs: ["float-figures", "wrap-charts"],
    why: "Moving and wrapping figures requires that they are still siblings.",
    run: ({ tree, turned, options, design }) =>
      turned.size > 0 && hasColumns(options, design) && partColumns(tree, turned),
  },
  {
    name: "draw-check-boxes",
    why: "On paper, boxes are drawings.",
    run: ({ tree, words }) => drawCheckBoxes(tree, words),
  },
  {
    name: "rule-worksheets",
    needs: ["mark-words"],
    why: "Worksheets get ruled lines, and text of Offprint's own, which must not count as words.",
    run: ({ tree, words }) => ruleWorksheets(tree, words),
  },
  {
    name: "list-definitions",
    why: "The browser does not tag definition lists.",
    run: ({ tree }) => listDefinitions(tree),
  },
  ...formulaTransforms,
  {
    name: "refer-to-pages",
    needs: ["place-footnotes"],
    why: "References name the page of their target, which depends on where footnotes are.",
    run: ({ tree, words, pages }) => referToPages(tree, words, pages),
  },
  {
    name: "locate-terms",
    needs: ["place-footnotes"],
    why: "The index names pages, including those of terms in footnotes.",
    run: ({ tree, publication, words, pages }) => locateTerms(tree, publication.metadata.language, { words, pages }),
  },
  ...linkTransforms,
  {
    name: "linearise-tables",
    needs: ["footnote-links", "show-addresses"],
    why: "Printed addresses widen tables, and tables that do not fit become lists.",
    run: listWideTables,
  },
  {
    name: "keep-whole",
    needs: ["mark-words", "footnote-links", "show-addresses"],
    why: "Words must be counted before text is divided, and added text is kept whole, too.",
    run: ({ tree, publication }) => keepWhole(tree, publication.metadata.language),
  },
  {
    name: "hyphenate",
    needs: ["mark-words", "footnote-links", "show-addresses", "linearise-tables"],
    why: "Steps that search or measure words need them without soft hyphens.",
    run: ({ tree, publication, options, design }) =>
      options.hyphenate && design !== "large-print" && hyphenate(tree, publication.metadata.language),
  },
  {
    name: "hyphenate-headings",
    needs: ["mark-words", "footnote-links", "show-addresses", "linearise-tables"],
    why: "As for running text; also without the option, because the words would break anyway.",
    run: ({ tree, publication, design }) =>
      hyphenateHeadings(tree, publication.metadata.language, design === "large-print"),
  },
  {
    name: "keep-short-paragraphs",
    needs: ["refer-to-footnotes", "refer-to-pages", "footnote-links", "show-addresses"],
    why: "Page numbers and addresses lengthen paragraphs.",
    run: ({ tree, options, design }) => keepShortParagraphs(tree, hasColumns(options, design)),
  },
  {
    name: "break-long-blocks",
    needs: ["footnote-links", "show-addresses", "linearise-tables"],
    why: "Printed addresses lengthen blocks.",
    run: ({ tree }) => breakLongBlocks(tree),
  },
  {
    name: "mark-dense-tables",
    needs: ["linearise-tables"],
    why: "Only tables that were not turned into lists are set smaller.",
    run: setDenseTables,
  },
  {
    name: "regular-tables",
    needs: ["linearise-tables", "mark-dense-tables"],
    why: "Only remaining tables are completed, and the added cells must not count as width.",
    run: ({ tree }) => regularTables(tree),
  },
  {
    name: "open-fields",
    needs: ["draw-check-boxes", "rule-worksheets", "footnote-links", "show-addresses"],
    why: "Fields replace drawings with links, which must not be listed as links.",
    run: openFieldsOf,
  },
  {
    name: "embed-images",
    why: "The document must be self-contained; the ink-saver edition has lighter images.",
    run: ({ tree, notes: { publication }, design, template, options }) =>
      embedImages(tree, design === "ink-saver" ? spareInk(publication.images, template, options) : publication.images),
  },
  {
    name: "name-illustrations",
    why: "Entries in lists of figures need destinations that stay in the file.",
    run: ({ tree, publication }) => nameIllustrations(tree, publication.metadata.lists),
  },
  {
    name: "find-long-tables",
    needs: ["mark-long-tables", "linearise-tables", "name-illustrations"],
    why: "Only remaining tables can break across pages with a repeated head.",
    run: (document) => (document.longTables = findLongTables(document.tree)),
  },
  {
    name: "identify-blocks",
    needs: ["place-footnotes", "linearise-tables", "name-illustrations"],
    why: "The blocks to measure are known only when all are in place.",
    run: (document) => (document.blocks = identifyBlocks(document.tree)),
  },
];
