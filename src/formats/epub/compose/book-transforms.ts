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
import { keepWhole } from "../../../template/keep-whole.ts";
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
    why: "Words must be counted as the author wrote them, before any are added.",
    run: ({ documents, pageMap }) => pageMap && markPages(documents, pageMap),
  },
  {
    name: "locate-terms",
    needs: ["mark-pages"],
    why: "An index names each page or section once.",
    run: ({ documents, publication }) => each(documents, (tree) => locateTerms(tree, publication.metadata.language)),
  },
  { name: "unnest-links", why: "XHTML forbids links in links.", run: ({ documents }) => each(documents, unnestLinks) },
  {
    name: "open-details",
    why: "Many e-readers show no control for folded content, and so hide it.",
    run: ({ documents }) => each(documents, (tree) => openDetails(tree, "chart-data")),
  },
  {
    name: "conform-to-content-model",
    needs: ["unnest-links", "open-details"],
    why: "Raw HTML may violate the content model.",
    run: ({ documents }) => each(documents, conformToContentModel),
  },
  {
    name: "mark-notes",
    needs: ["conform-to-content-model"],
    why: "Offprint's own footnote markup already conforms.",
    run: ({ documents }) => each(documents, markNotes),
  },
  {
    name: "draw-check-boxes",
    needs: ["conform-to-content-model"],
    why: "Offprint's own box markup already conforms.",
    run: ({ documents, words }) => each(documents, (tree) => drawCheckBoxes(rootOf(tree), words)),
  },
  {
    name: "rule-worksheets",
    needs: ["mark-pages", "conform-to-content-model"],
    why: "Worksheets get ruled lines, and text of Offprint's own, which must not count as words.",
    run: ({ documents, words }) => each(documents, (tree) => ruleWorksheets(rootOf(tree), words)),
  },
  {
    name: "rule-without-styles",
    needs: ["rule-worksheets"],
    why: "Ruled lines must be visible without a style sheet too.",
    run: ({ documents }) => each(documents, ruleWithoutStyles),
  },
  {
    name: "fit-formulas",
    why: "Formulas wider than a phone continue in the next line.",
    run: ({ documents }) => each(documents, (tree) => fitFormulas(tree, phoneLine)),
  },
  {
    name: "linearise-tables",
    needs: ["conform-to-content-model"],
    why: "Tables that do not fit become lists.",
    run: ({ documents }) => each(documents, (tree) => lineariseTables(rootOf(tree), () => smallestMeasure)),
  },
  {
    name: "mark-dense-tables",
    needs: ["linearise-tables"],
    why: "Only tables that were not turned into lists are set smaller.",
    run: ({ documents }) => each(documents, (tree) => markDenseTables(rootOf(tree), () => phoneMeasure)),
  },
  {
    name: "keep-whole",
    needs: ["mark-pages"],
    why: "Words must be counted before text is divided.",
    run: ({ documents, publication }) => each(documents, (tree) => keepWhole(tree, publication.metadata.language)),
  },
  {
    name: "place-pictures",
    why: "Images need their path in the book.",
    run: ({ documents, pictures }) => each(documents, (tree) => placePictures(tree, pictures)),
  },
  {
    name: "split-content-documents",
    needs: ["mark-notes", "linearise-tables", "place-pictures"],
    why: "Chapters must have their final length when they are split.",
    run: (draft) => {
      draft.documents = splitContentDocuments(draft.documents);
    },
  },
  {
    name: "fit-attributes",
    needs: ["split-content-documents"],
    why: "Raw HTML may have invalid attributes, and ids must be unique across all documents.",
    run: ({ documents }) => fitAttributes(documents.map(({ tree }) => tree)),
  },
  {
    name: "link-across",
    needs: ["split-content-documents", "fit-attributes"],
    why: "Links to ids in other documents must lead there.",
    run: ({ documents }) => linkAcross(documents),
  },
  {
    name: "state-directions",
    needs: ["split-content-documents"],
    why: "The style sheets of books must not set directions.",
    run: ({ documents, publication }) => {
      for (const { tree, language } of documents)
        stateDirections(tree, language === undefined ? publication.metadata.direction : directionOf(language));
    },
  },
  {
    name: "write-origins",
    needs: ["fit-attributes"],
    why: "The layout works on text, which carries only attributes.",
    run: ({ documents }) => each(documents, writeOrigins),
  },
];

function each(documents: readonly ContentDocument[], run: (tree: Element) => void): void {
  for (const { tree } of documents) run(tree);
}

function rootOf(tree: Element): Root {
  return { type: "root", children: [tree] };
}
