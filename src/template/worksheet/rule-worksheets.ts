import type { Element, Root } from "hast";
import { h, s } from "hastscript";
import { visit } from "../../model/visit.ts";
import type { Messages } from "../../i18n/messages.ts";
import { readSheet } from "./read-sheet.ts";

/** Draws lines to write on, and blanks as long as their authors say. Each has a name for assistive technology. */
export function ruleWorksheets(tree: Root, words: Messages): void {
  visit(tree, "element", (node: Element) => {
    const sheet = readSheet(node);
    if (sheet?.kind === "write-on") node.children.push(lines(sheet.lines, words));
    if (sheet?.kind === "field") node.children.push({ type: "text", value: "\u00A0" }, blank(sheet.width, words));
  });
}

/** A page can end between two lines. Only the first is a named drawing, which is read for all. */
function lines(count: number, words: Messages): Element {
  const first = s("svg", { className: ["line"], ...named(words) });
  const others = Array.from({ length: count - 1 }, () => h("div", { className: ["line"] }));
  return h("div", { className: ["lines"] }, [first, ...others]);
}

/** A drawing can have a length in millimetres without a style sheet. */
function blank(width: number, words: Messages): Element {
  return s("svg", { className: ["blank"], ...named(words), width: `${width}mm`, height: 12 }, [
    s("line", { x1: "0", y1: "96%", x2: "100%", y2: "96%", stroke: "currentColor" }),
  ]);
}

function named(words: Messages) {
  return { role: "img", ariaLabel: words.spaceToWrite };
}
