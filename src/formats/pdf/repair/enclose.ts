import type { PDFContext, PDFRef } from "@cantoo/pdf-lib";
import type { Element as HtmlElement } from "hast";
import type { Job } from "./repair.ts";
import {
  childrenOf,
  type Element,
  elementsOf,
  parentOf,
  setType,
  typeOf,
  withDescendants,
  wrap,
} from "../read/structure-tree.ts";

/** An element of the printed document, and the structure elements of its texts and images. */
export interface Region {
  readonly html: HtmlElement;
  readonly pieces: readonly Element[];
}

/** Returns the chosen HTML elements in reading order, outer before inner. */
export function regionsOf({ document, origins }: Job, isChosen: (html: HtmlElement) => boolean): Region[] {
  const regions = new Map<HtmlElement, Element[]>();
  for (const element of elementsOf(document)) {
    for (const html of origins.get(element.ref) ?? []) {
      if (isChosen(html)) regions.set(html, [...(regions.get(html) ?? []), element]);
    }
  }
  return Array.from(regions, ([html, pieces]) => ({ html, pieces }));
}

/** Elements with fixed content models, into which no element can be inserted. */
const closed = new Set(["L", "LI", "Table", "THead", "TBody", "TFoot", "TR", "TOC", "TOCI", "Ruby", "Link"]);

/**
 * Returns the element that contains a region's pieces and no other content: one that the browser wrote without a role,
 * or a new one. Returns `undefined` if the pieces are not contiguous. A block contains whole paragraphs.
 */
export function enclose(job: Job, { pieces }: Region, type: string, level: "inline" | "block"): Element | undefined {
  const { context } = job.document;
  const wanted = new Set(pieces.map(({ ref }) => ref));
  const holdsOnly = (element: Element): boolean =>
    withDescendants(context, element).every(({ ref }) => !job.origins.has(ref) || wanted.has(ref));
  const shared = sharedPath(pieces.map((piece) => pathTo(context, piece)));
  const chain = shared.slice(shared.findLastIndex((step) => !holdsOnly(step)) + 1);
  const plain = level === "inline" ? innermostPlain(chain, wanted) : plainAroundBlocks(chain, wanted);
  if (plain) {
    setType(plain.dict, type);
    return plain;
  }
  const whole = level === "inline" ? chain.at(-1) : chain[0];
  const parent = whole ? parentOf(context, whole) : shared.at(-1);
  const range = whole
    ? [whole]
    : rangeIn(parent ? childrenOf(context, parent.dict) : [], (child) =>
        withDescendants(context, child).some(({ ref }) => wanted.has(ref)),
      );
  if (!parent || range.length === 0 || closed.has(typeOf(parent.dict)) || !range.every(holdsOnly)) return undefined;
  return wrap(context, parent, range, type);
}

/** Returns the path from the top down to the element. */
function pathTo(context: PDFContext, element: Element): Element[] {
  const parent = parentOf(context, element);
  return parent ? [...pathTo(context, parent), element] : [element];
}

function sharedPath([first = [], ...others]: readonly Element[][]): Element[] {
  const end = first.findIndex((step, index) => others.some((path) => path[index]?.ref !== step.ref));
  return end < 0 ? first : first.slice(0, end);
}

/** Finds what the browser wrote for an inline element. */
function innermostPlain(chain: readonly Element[], pieces: ReadonlySet<PDFRef>): Element | undefined {
  const above = chain.filter(({ ref }) => !pieces.has(ref));
  const last = above.at(-1);
  return last && isPlain(last) ? last : undefined;
}

/** Finds what the browser wrote for an element around blocks. */
function plainAroundBlocks(chain: readonly Element[], pieces: ReadonlySet<PDFRef>): Element | undefined {
  const above = chain.filter(({ ref }) => !pieces.has(ref));
  const end = above.findIndex((element) => !isPlain(element));
  const last = above[end < 0 ? above.length - 1 : end - 1];
  return last && isPlain(last) ? last : undefined;
}

function isPlain({ dict }: Element): boolean {
  return typeOf(dict) === "NonStruct";
}

/** Returns the elements from the first to the last match. */
function rangeIn(elements: readonly Element[], isIn: (element: Element) => boolean): Element[] {
  const start = elements.findIndex(isIn);
  return start < 0 ? [] : elements.slice(start, elements.findLastIndex(isIn) + 1);
}
