import type { Root } from "hast";
import type { Messages } from "../../../i18n/messages.ts";
import type { Publication } from "../../../model/publication.ts";
import type { Transform } from "../../../model/transform.ts";
import { embedImages } from "../../../template/embed.ts";
import type { FileView } from "../../../template/file-view.ts";
import { locateTerms } from "../../../template/locate-terms.ts";
import { openWorksheets } from "../../../template/worksheet/open-worksheets.ts";
import { linkHeadings } from "../link-headings.ts";
import { readingTime } from "../reading-time.ts";
import { makeScrollable } from "./make-scrollable.ts";
import { markWideFormulas } from "./mark-wide-formulas.ts";
import { openTasks } from "./open-tasks.ts";

/** A web page while it is composed. */
export interface WebDocument {
  readonly tree: Root;
  readonly publication: Publication;
  readonly words: Messages;
  /** The other editions, which the page offers. */
  readonly files: readonly FileView[];
  /** The reading time. */
  minutes: number;
}

/** Transforms of a publication's tree for the web, in order. */
export const webTransforms: readonly Transform<WebDocument>[] = [
  {
    name: "locate-terms",
    needs: [],
    why: "A place is named once in an index.",
    run: ({ tree, publication }) => locateTerms(tree, publication.metadata.language),
  },
  {
    name: "make-scrollable",
    needs: [],
    why: "A table wider than a phone scrolls by itself.",
    run: ({ tree, words }) => makeScrollable(tree, words),
  },
  {
    name: "mark-wide-formulas",
    needs: [],
    why: "A formula wider than a phone scrolls by itself.",
    run: ({ tree }) => markWideFormulas(tree),
  },
  {
    name: "open-tasks",
    needs: [],
    why: "The boxes of task lists can be ticked.",
    run: ({ tree }) => openTasks(tree),
  },
  {
    name: "open-worksheets",
    needs: ["open-tasks"],
    why: "The controls of a worksheet are labelled already, and are no tasks.",
    run: ({ tree, words, files }) => openWorksheets(tree, words, files),
  },
  {
    name: "count-minutes",
    needs: ["open-worksheets"],
    why: "The words of a worksheet are read, too.",
    run: (document) => {
      document.minutes = readingTime(document.tree, document.publication.metadata.language);
    },
  },
  {
    name: "link-headings",
    needs: ["count-minutes"],
    why: "The link to a heading is not read, and so not counted.",
    run: ({ tree, words }) => linkHeadings(tree, words),
  },
  {
    name: "embed-images",
    needs: [],
    why: "The page stands alone.",
    run: ({ tree, publication }) => embedImages(tree, publication.images),
  },
];
