import type { Element, ElementContent, RootContent } from "hast";
import { directionOf } from "../config/metadata.ts";
import { isKnownLanguage } from "../model/known-language.ts";
import type { Direction } from "../model/metadata.ts";
import { classesOf, isElement, textOf } from "./hast.ts";

/** Code, what is typed or printed by a program, and formulas run from left to right in every language. */
const leftToRight = new Set(["code", "kbd", "math", "pre", "samp"]);

/**
 * State the direction of what runs another way than the text around it. An element with `dir` is isolated as well
 * (https://html.spec.whatwg.org/multipage/rendering.html#bidi-rendering), so that the marks of notes and links
 * stay with their word and do not join words of the other direction.
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
  if (element.properties["dir"] === undefined && around === "rtl" && runsLeftToRight(element)) {
    element.properties["dir"] = "ltr";
  }
  setDirections(element.children, directionIn(element, around));
}

/** A direction that depends on the text may be either: what is in it is isolated as in text from right to left. */
function directionIn({ properties: { dir } }: Element, around: Direction): Direction {
  if (dir === undefined) return around;
  return dir === "ltr" ? "ltr" : "rtl";
}

function runsLeftToRight(element: Element): boolean {
  return leftToRight.has(element.tagName) || isRaisedMark(element) || isBareAddress(element);
}

/** The raised number of a note or of a citation; where there are letters in it, they decide. */
function isRaisedMark(element: Element): boolean {
  if (classesOf(element).includes("note-reference")) return true;
  return (
    classesOf(element).includes("citation") &&
    !/[\p{scx=Arab}\p{scx=Hebr}]/u.test(textOf(element)) &&
    element.children.length > 0 &&
    element.children.every((child) => isElement(child, "sup"))
  );
}

/** A link whose text is its address. */
function isBareAddress(element: Element): boolean {
  return element.tagName === "a" && /^(?:https?:\/\/|www\.|mailto:|[\w.+-]+@)\S+$/i.test(textOf(element).trim());
}
