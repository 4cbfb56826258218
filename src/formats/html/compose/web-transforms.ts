import type { Root } from "hast";
import type { Messages } from "../../../i18n/messages.ts";
import type { Publication } from "../../../model/publication.ts";
import type { Transform } from "../../../model/transform.ts";
import { embedImages } from "../../../template/embed.ts";
import type { FileView } from "../../../template/file-view.ts";
import { keepWhole } from "../../../template/keep-whole.ts";
import { locateTerms } from "../../../template/locate-terms.ts";
import { openWorksheets } from "../../../template/worksheet/open-worksheets.ts";
import { linkHeadings } from "../link-headings.ts";
import { readingTime } from "../reading-time.ts";
import { addWebIds } from "./add-web-ids.ts";
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
    why: "An index names each page or section once.",
    run: ({ tree, publication }) => locateTerms(tree, publication.metadata.language),
  },
  {
    name: "make-scrollable",
    why: "Tables wider than a phone must scroll on their own.",
    run: ({ tree, words }) => makeScrollable(tree, words),
  },
  {
    name: "mark-wide-formulas",
    why: "Formulas wider than a phone must scroll on their own.",
    run: ({ tree }) => markWideFormulas(tree),
  },
  { name: "open-tasks", why: "The boxes of task lists can be ticked on screen.", run: ({ tree }) => openTasks(tree) },
  {
    name: "open-worksheets",
    needs: ["open-tasks"],
    why: "Worksheet controls have their own labels and must not be treated as tasks.",
    run: ({ tree, words, files }) => openWorksheets(tree, words, files),
  },
  {
    name: "count-minutes",
    needs: ["open-worksheets"],
    why: "The reading time includes the text that worksheets add.",
    run: (document) => {
      document.minutes = readingTime(document.tree, document.publication.metadata.language);
    },
  },
  {
    name: "link-headings",
    needs: ["count-minutes"],
    why: "The text of heading links must not count as reading time.",
    run: ({ tree, words }) => linkHeadings(tree, words),
  },
  {
    name: "add-web-ids",
    needs: ["link-headings"],
    why: "Addresses of an article's headings on GitHub lead to them here too.",
    run: ({ tree, publication }) => void (publication.chapters.length === 1 && addWebIds(tree)),
  },
  {
    name: "keep-whole",
    needs: ["locate-terms", "open-worksheets"],
    why: "Steps that add text must have run.",
    run: ({ tree, publication }) => keepWhole(tree, publication.metadata.language),
  },
  {
    name: "embed-images",
    why: "The page must be self-contained.",
    run: ({ tree, publication }) => embedImages(tree, publication.images),
  },
];
