import type { Element, Root } from "hast";
import { h, s } from "hastscript";
import { visit } from "unist-util-visit";
import type { Words } from "../../config/words.ts";
import { readSheet } from "./read-sheet.ts";

/** Ruled lines to write on, and blanks as long as their authors say. Each has a name, so that it is heard. */
export function ruleWorksheets(tree: Root, words: Words): void {
  visit(tree, "element", (node: Element) => {
    const sheet = readSheet(node);
    if (sheet?.kind === "write-on") node.children.push(lines(sheet.lines, words));
    if (sheet?.kind === "field") node.children.push({ type: "text", value: " " }, blank(sheet.width, words));
  });
}

function lines(count: number, words: Words): Element {
  const ruled = Array.from({ length: count }, () => h("div", { className: ["line"] }));
  return h("div", { className: ["lines"], role: "img", ariaLabel: words.spaceToWrite }, ruled);
}

/** A drawing, because it can have a length in millimetres of its own without a style. */
function blank(width: number, words: Words): Element {
  const properties = { className: ["blank"], role: "img", ariaLabel: words.spaceToWrite, width: `${width}mm`, height: 12 };
  return s("svg", properties, [s("line", { x1: "0", y1: "11.5", x2: "100%", y2: "11.5" })]);
}
