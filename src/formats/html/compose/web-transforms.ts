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
import { makeScrollable } from "./make-scrollable.ts";
import { openTasks } from "./open-tasks.ts";
import { h } from "hastscript";
import { visit } from "../../../model/visit.ts";
import { formulaWidth } from "../../../template/formula-width.ts";
import { addClass, hasClass } from "../../../model/hast.ts";
import { toText } from "hast-util-to-text";

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

/** Adds GitHub's ids to headings whose own id differs because XML names cannot begin with a digit or a hyphen. */
function addWebIds(tree: Root): void {
  visit(tree, "element", (node) => {
    if (node.data?.webId !== undefined) node.children.unshift(h("span", { id: node.data.webId }));
  });
}

/** Line length on a phone in em; wider inline formulas scroll on their own. */
const phoneLine = 16;

/** Marks inline formulas wider than a phone's line, for the style sheet to make them scroll. */
function markWideFormulas(tree: Root): void {
  visit(tree, "element", (node) => {
    if (node.tagName === "span" && hasClass(node, "formula") && formulaWidth(node) > phoneLine) addClass(node, "wide");
  });
}

/** Words per minute of adults' silent reading: the mean in studies is 238 (doi:10.1016/j.jml.2019.104047). */
const wordsPerMinute = 238;

/** Returns the reading time in minutes, at least one. Words are segmented by language (UAX #29). */
function readingTime(tree: Root, language: string): number {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  let words = 0;
  for (const { isWordLike } of segmenter.segment(toText(tree))) if (isWordLike) words += 1;
  return Math.max(1, Math.round(words / wordsPerMinute));
}
