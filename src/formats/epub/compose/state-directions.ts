import type { Element } from "hast";
import { toString } from "hast-util-to-string";
import type { Direction } from "../../../model/metadata.ts";

/** Elements whose style depends on the direction: bullets, indents, bars. */
const sided = new Set(["aside", "blockquote", "dd", "div", "li", "ol", "ul"]);

/**
 * Sets `dir` on every right-to-left element whose style depends on it. A book's style sheet must not set directions
 * (EPUB 3.3, 6.3.1.1) and many readers lack logical properties, so its rules select `[dir="rtl"]`.
 */
export function stateDirections(element: Element, around: Direction): void {
  const { dir } = element.properties;
  const own = dir === "auto" ? directionOfText(toString(element)) : dir === "rtl" || dir === "ltr" ? dir : around;
  if (own === "rtl" && sided.has(element.tagName)) element.properties["dir"] ??= "rtl";
  for (const child of element.children) if (child.type === "element") stateDirections(child, own);
}

/**
 * Returns the direction of the first strong letter (https://html.spec.whatwg.org/multipage/dom.html#the-dir-attribute).
 */
function directionOfText(text: string): Direction {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  return letter !== undefined && rightToLeft.test(letter) ? "rtl" : "ltr";
}

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
