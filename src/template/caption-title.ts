import type { Element } from "hast";
import { elementsIn, hasClass } from "../model/hast.ts";
import { textOf } from "../model/text-of.ts";

/**
 * Returns a caption as plain text, for lists of figures and tables. Where its label has a direction of its own, the
 * caption runs in the other one, and isolates keep its marks on its side (UAX #9, 2.4.2).
 */
export function captionTitle(caption: Element): string {
  const title = plain(caption);
  const label = labelOf(caption);
  const words = label && textOf(label).trim();
  if (!label || words === undefined || label.properties["dir"] === undefined || !title.startsWith(words)) return title;
  return `${words} \u2068${title.slice(words.length).trim()}\u2069`;
}

function labelOf(element: Element): Element | undefined {
  for (const child of elementsIn(element)) {
    const label = hasClass(child, "caption-label") ? child : labelOf(child);
    if (label) return label;
  }
  return undefined;
}

function plain(element: Element): string {
  return textOf(element).replaceAll(/\s+/g, " ").trim();
}
