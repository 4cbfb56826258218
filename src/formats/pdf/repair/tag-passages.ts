import { PDFHexString, PDFName } from "@cantoo/pdf-lib";
import type { Element as HtmlElement } from "hast";
import { enclose, regionsOf } from "./enclose.ts";
import type { Job } from "./repair.ts";
import type { Element } from "../read/structure-tree.ts";

interface Passage {
  /** Which elements of the printed document. */
  readonly is: (html: HtmlElement) => boolean;
  /** What they are in the structure tree. */
  readonly type: string;
  readonly level: "inline" | "block";
  readonly add?: (element: Element, html: HtmlElement) => void;
}

const named = (...names: readonly string[]) => ({
  is: ({ tagName }: HtmlElement) => names.includes(tagName),
});

/** What the browser has no tag for, or leaves out of the tree. */
const passages: readonly Passage[] = [
  // ISO 32000-1, 14.9.5: the words that an abbreviation stands for.
  {
    is: ({ tagName, properties }) => tagName === "abbr" && Boolean(properties["title"]),
    type: "Span",
    level: "inline",
    add: expand,
  },
  // ISO 32000-1, 14.8.4.4.1.
  { ...named("q"), type: "Quote", level: "inline" },
  { ...named("samp"), type: "Code", level: "inline" },
  // A block of code is a paragraph of it: Code is an element in a line.
  { ...named("pre"), type: "P", level: "block" },
  { ...named("aside"), type: "Aside", level: "block" },
];

/** Passages are what their author says that they are (ISO 14289-1, 7.1). */
export function tagPassages(job: Job): void {
  for (const { is, type, level, add } of passages) {
    for (const region of regionsOf(job, is)) {
      const element = enclose(job, region, type, level);
      if (element) add?.(element, region.html);
    }
  }
}

function expand({ dict }: Element, { properties }: HtmlElement): void {
  dict.set(PDFName.of("E"), PDFHexString.fromText(String(properties["title"])));
}
