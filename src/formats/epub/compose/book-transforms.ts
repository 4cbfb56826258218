import type { Element, Root } from "hast";
import { directionOf } from "../../../config/metadata.ts";
import type { Messages } from "../../../i18n/messages.ts";
import type { BookFile } from "../../../model/book.ts";
import type { PageMap } from "../../../model/page-map.ts";
import type { Publication } from "../../../model/publication.ts";
import type { Transform } from "../../../model/transform.ts";
import { conformToContentModel } from "../../../template/content-model/conform.ts";
import { drawCheckBoxes } from "../../../template/draw-check-boxes.ts";
import { fitFormulas } from "../../../template/fit-formulas.ts";
import { lineariseTables } from "../../../template/linearise-tables.ts";
import { locateTerms } from "../../../template/locate-terms.ts";
import { markDenseTables } from "../../../template/mark-dense-tables.ts";
import { openDetails } from "../../../template/open-details.ts";
import { ruleWorksheets } from "../../../template/worksheet/rule-worksheets.ts";
import { linkAcross } from "./addresses.ts";
import type { ContentDocument } from "./chapters.ts";
import { fitAttributes } from "./fit-attributes.ts";
import { unnestLinks } from "./nested-links.ts";
import { writeOrigins } from "./origins.ts";
import { markPages } from "./page-breaks.ts";
import { placePictures } from "./pictures.ts";
import { markNotes } from "./pop-up-notes.ts";
import { ruleWithoutStyles } from "./rule-without-styles.ts";
import { splitContentDocuments } from "./split-content-documents.ts";
import { stateDirections } from "./state-directions.ts";

/** Characters per line on a phone, in table type. */
const phoneMeasure = 40;
/** Characters per line on a phone, in the smallest table type. */
const smallestMeasure = 56;
/** Line length on a phone, in em. */
const phoneLine = 19;

/** A book's content documents while they are composed. */
export interface BookDraft {
  readonly publication: Publication;
  readonly words: Messages;
  readonly pictures: ReadonlyMap<string, BookFile>;
  readonly pageMap: PageMap | undefined;
  documents: readonly ContentDocument[];
}

/** Transforms of a publication's chapters for a book, in order. */
export const bookTransforms: readonly Transform<BookDraft>[] = [
  {
    name: "mark-pages",
    needs: [],
    why: "Words are counted as the author wrote them, before any is added.",
    run: ({ documents, pageMap }) => pageMap && markPages(documents, pageMap),
  },
  {
    name: "locate-terms",
    needs: ["mark-pages"],
    why: "A place is named once in an index.",
    run: ({ documents, publication }) => each(documents, (tree) => locateTerms(tree, publication.metadata.language)),
  },
  {
    name: "unnest-links",
    needs: [],
    why: "XHTML has no link in a link.",
    run: ({ documents }) => each(documents, unnestLinks),
  },
  {
    name: "open-details",
    needs: [],
    why: "Many e-readers draw no mark at what can be unfolded, and so hide it.",
    run: ({ documents }) => each(documents, (tree) => openDetails(tree, "chart-data")),
  },
  {
    name: "conform-to-content-model",
    needs: ["unnest-links", "open-details"],
    why: "Raw HTML keeps to no content model.",
    run: ({ documents }) => each(documents, conformToContentModel),
  },
  {
    name: "mark-notes",
    needs: ["conform-to-content-model"],
    why: "Notes are ours and right.",
    run: ({ documents }) => each(documents, markNotes),
  },
  {
    name: "draw-check-boxes",
    needs: ["conform-to-content-model"],
    why: "Boxes are ours and right.",
    run: ({ documents, words }) => each(documents, (tree) => drawCheckBoxes(rootOf(tree), words)),
  },
  {
    name: "rule-worksheets",
    needs: ["mark-pages", "conform-to-content-model"],
    why: "What is to be filled in is ruled, and gets words of ours.",
    run: ({ documents, words }) => each(documents, (tree) => ruleWorksheets(rootOf(tree), words)),
  },
  {
    name: "rule-without-styles",
    needs: ["rule-worksheets"],
    why: "Ruled lines are lines without a style sheet, too.",
    run: ({ documents }) => each(documents, ruleWithoutStyles),
  },
  {
    name: "fit-formulas",
    needs: [],
    why: "A formula that is wider than a phone goes on in the next line.",
    run: ({ documents }) => each(documents, (tree) => fitFormulas(tree, phoneLine)),
  },
  {
    name: "linearise-tables",
    needs: ["conform-to-content-model"],
    why: "A table that has no room becomes a list.",
    run: ({ documents }) => each(documents, (tree) => lineariseTables(rootOf(tree), () => smallestMeasure)),
  },
  {
    name: "mark-dense-tables",
    needs: ["linearise-tables"],
    why: "Only what has stayed a table is set smaller.",
    run: ({ documents }) => each(documents, (tree) => markDenseTables(rootOf(tree), () => phoneMeasure)),
  },
  {
    name: "place-pictures",
    needs: [],
    why: "A picture has its place in the book.",
    run: ({ documents, pictures }) => each(documents, (tree) => placePictures(tree, pictures)),
  },
  {
    name: "split-content-documents",
    needs: ["mark-notes", "linearise-tables", "place-pictures"],
    why: "A long chapter is divided when it is as long as it will be.",
    run: (draft) => {
      draft.documents = splitContentDocuments(draft.documents);
    },
  },
  {
    name: "fit-attributes",
    needs: ["split-content-documents"],
    why: "Attributes of raw HTML are right, and ids settled in all documents together.",
    run: ({ documents }) => fitAttributes(documents.map(({ tree }) => tree)),
  },
  {
    name: "link-across",
    needs: ["split-content-documents", "fit-attributes"],
    why: "A link to an id in another document leads there.",
    run: ({ documents }) => linkAcross(documents),
  },
  {
    name: "state-directions",
    needs: ["split-content-documents"],
    why: "A book's style sheet must not set directions.",
    run: ({ documents, publication }) => {
      for (const { tree, language } of documents)
        stateDirections(tree, language === undefined ? publication.metadata.direction : directionOf(language));
    },
  },
  {
    name: "write-origins",
    needs: ["fit-attributes"],
    why: "The layout is text, through which only attributes go.",
    run: ({ documents }) => each(documents, writeOrigins),
  },
];

function each(documents: readonly ContentDocument[], run: (tree: Element) => void): void {
  for (const { tree } of documents) run(tree);
}

function rootOf(tree: Element): Root {
  return { type: "root", children: [tree] };
}
