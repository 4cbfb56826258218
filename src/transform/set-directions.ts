import type { Element, ElementContent, RootContent } from "hast";
import { toString } from "hast-util-to-string";
import { directionOf } from "../config/metadata.ts";
import { isKnownLanguage } from "../model/known-language.ts";
import type { Direction } from "../model/metadata.ts";
import { classesOf, isElement, textOf } from "./hast.ts";

/** Elements for code, keyboard input, program output and formulas, which run left to right in every language. */
const leftToRight = new Set(["code", "kbd", "math", "pre", "samp"]);

/**
 * Sets the direction of content that differs from the surrounding text. `dir` also isolates an element
 * (https://html.spec.whatwg.org/multipage/rendering.html#bidi-rendering), so that note marks and links stay with their
 * word and do not mix with words of the other direction.
 */
export function setDirections(nodes: readonly (RootContent | ElementContent)[], around: Direction): void {
  for (const node of nodes) if (node.type === "element") setDirection(node, around);
}

function setDirection(element: Element, around: Direction): void {
  const { lang } = element.properties;
  if (element.properties["dir"] === undefined && typeof lang === "string" && isKnownLanguage(lang)) {
    const own = directionOf(lang);
    if (own !== around) element.properties["dir"] = own;
  }
  if (element.properties["dir"] === undefined && around === "rtl") {
    if (runsLeftToRight(element)) element.properties["dir"] = "ltr";
    else if (isRaisedCitation(element)) element.properties["dir"] = directionOfMark(element);
  }
  setDirections(element.children, directionIn(element, around));
}

/** Returns the direction of an element. For an automatic one, content is isolated as in right-to-left text. */
function directionIn({ properties: { dir } }: Element, around: Direction): Direction {
  if (dir === undefined) return around;
  return dir === "ltr" ? "ltr" : "rtl";
}

function runsLeftToRight(element: Element): boolean {
  return leftToRight.has(element.tagName) || classesOf(element).includes("note-reference") || isBareAddress(element);
}

/** Reports whether an element is a citation by a raised number. */
function isRaisedCitation(element: Element): boolean {
  return (
    classesOf(element).includes("citation") &&
    element.children.length > 0 &&
    element.children.every((child) => isElement(child, "sup"))
  );
}

/** Letters of a locator decide the direction of its mark: (עמ׳ 12). */
function directionOfMark(citation: Element): Direction {
  return /[\p{scx=Arab}\p{scx=Hebr}]/u.test(toString(citation)) ? "rtl" : "ltr";
}

/** Reports whether a link's text is its address. */
function isBareAddress(element: Element): boolean {
  return element.tagName === "a" && /^(?:https?:\/\/|www\.|mailto:|[\w.+-]+@)\S+$/i.test(textOf(element).trim());
}
