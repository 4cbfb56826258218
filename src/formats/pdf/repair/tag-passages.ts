import { PDFHexString, PDFName } from "@cantoo/pdf-lib";
import type { Element as HtmlElement } from "hast";
import { enclose, regionsOf } from "./enclose.ts";
import type { Job } from "./repair.ts";
import type { Element } from "../read/structure-tree.ts";

interface Passage {
  /** Reports whether an element of the printed document is such a passage. */
  readonly is: (html: HtmlElement) => boolean;
  /** The structure type to use. */
  readonly type: string;
  readonly level: "inline" | "block";
  readonly add?: (element: Element, html: HtmlElement) => void;
}

const named = (...names: readonly string[]) => ({
  is: ({ tagName }: HtmlElement) => names.includes(tagName),
});

/** Passages that the browser does not tag, or leaves out of the tree. */
const passages: readonly Passage[] = [
  // ISO 32000-1, 14.9.5: the expansion of an abbreviation.
  {
    is: ({ tagName, properties }) => tagName === "abbr" && Boolean(properties["title"]),
    type: "Span",
    level: "inline",
    add: expand,
  },
  // ISO 32000-1, 14.8.4.4.1.
  { ...named("q"), type: "Quote", level: "inline" },
  { ...named("samp"), type: "Code", level: "inline" },
  // A code block is a paragraph: Code is an inline element.
  { ...named("pre"), type: "P", level: "block" },
  { ...named("aside"), type: "Aside", level: "block" },
];

/** Tags passages with the meaning that their author gave them (ISO 14289-1, 7.1). */
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
