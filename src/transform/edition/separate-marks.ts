import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { h } from "hastscript";
import { classesOf, isElement, setData } from "../hast.ts";
import { inline } from "./narrow-marks.ts";

/** What the text before a mark ends with. */
type Ending = "mark" | "exponent" | "other";

/**
 * Separates adjacent raised numbers by a comma, so that 1 and 2 are not 12, and a number after an exponent by a narrow
 * space. Numbers in brackets need no separator.
 */
export function separateMarks(tree: Root, language: string): void {
  const sign = new Intl.Locale(language).maximize().script === "Arab" ? "،" : ",";
  separateIn(tree, "other", sign);
}

/** Processes a node and returns how its content ends; `before`: how the preceding text on the line ends. */
function separateIn(node: Root | Element, before: Ending, sign: string): Ending {
  let ending = before;
  node.children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === "text") {
      if (child.value !== "") ending = /[⁰¹²³⁴-⁹]$/.test(child.value) ? "exponent" : "other";
      return [child];
    }
    if (child.type !== "element") return [child];
    const last = ending;
    if (isMark(child)) {
      ending = "mark";
      return last === "mark" ? [raised(sign), child] : last === "exponent" ? [raised("\u202F"), child] : [child];
    }
    ending = endingOf(child, last, sign);
    return last === "mark" && child.tagName === "sup" && ending === "exponent" ? [raised("\u202F"), child] : [child];
  });
  return ending;
}

function endingOf(node: Element, before: Ending, sign: string): Ending {
  if (isCitation(node)) return isElement(node.children.at(-1), "sup") && !/\D$/.test(toString(node)) ? "mark" : "other";
  if (node.tagName === "sup") return /\d$/.test(toString(node)) ? "exponent" : "other";
  if (inline.has(node.tagName)) return separateIn(node, before, sign);
  separateIn(node, "other", sign);
  return "other";
}

function raised(sign: string): Element {
  const separator = h("sup", { className: ["mark-separator"] }, sign);
  // Like the numbers themselves, it is not part of a title.
  setData(separator, { parenthetical: true });
  return separator;
}

/** Reports whether an element is the raised number of a note, or of a citation without brackets. */
function isMark(node: Element): boolean {
  if (isElement(node, "sup")) {
    const [only, more] = node.children;
    return !more && isElement(only, "a") && only.properties["role"] === "doc-noteref";
  }
  return isCitation(node) && isRaised(node) && !isBracketed(node);
}

function isCitation(node: Element): boolean {
  return isElement(node, "span") && classesOf(node).includes("citation");
}

/** Reports whether a citation consists only of raised numbers. */
export function isRaised({ children }: Element): boolean {
  return children.length > 0 && children.every((child) => isElement(child, "sup"));
}

function isBracketed({ children: [first] }: Element): boolean {
  return isElement(first) && first.children[0]?.type === "text" && first.children[0].value === "[";
}
