import type { Root } from "hast";
import { h } from "hastscript";
import { visit } from "../../model/visit.ts";
import { readSheet } from "../../template/worksheet/read-sheet.ts";
import { writeLine } from "./blocks.ts";

/** The width of an underscore in millimetres. */
const underscore = 1.9;

/** Turns writing space into empty paragraphs with a bottom border, and blanks into underscores. */
export function ruleWorksheets(tree: Root): void {
  visit(tree, "element", (node) => {
    const sheet = readSheet(node);
    if (sheet?.kind === "field")
      node.children.push({ type: "text", value: ` ${"_".repeat(Math.round(sheet.width / underscore))}` });
    if (sheet?.kind === "write-on") {
      for (let line = 0; line < sheet.lines; line += 1)
        node.children.push(h("p", { className: [writeLine] }, "\u00A0"));
    }
  });
  visit(tree, "element", (node) => {
    // An item's number stands before its first paragraph.
    const first = node.tagName === "li" ? node.children.find((child) => child.type === "element") : undefined;
    if (first?.type === "element" && first.tagName === "div")
      node.children.splice(node.children.indexOf(first), 1, ...first.children);
  });
}
