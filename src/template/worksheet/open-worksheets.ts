import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { visit } from "../../model/visit.ts";
import type { Messages } from "../../i18n/messages.ts";
import type { FileView } from "../file-view.ts";
import { readSheet } from "./read-sheet.ts";
import { hasClass } from "../../model/hast.ts";

/** The width of a letter in a text field, in millimetres; a field's size is counted in letters. */
const letter = 2.2;

/**
 * Adds form controls, each labelled with its author's words. Nothing is sent and no script runs, and the page says so.
 */
export function openWorksheets(tree: Root, words: Messages, files: readonly FileView[] = []): void {
  let count = 0;
  visit(tree, "element", (node: Element) => {
    const sheet = readSheet(node);
    if (!sheet) return;
    count += 1;
    const id = `offprint.answer-${count}`;
    const question = node.children.find((child) => hasClass(child, "write-on-question"));
    if (sheet.kind === "field") {
      const size = Math.round(sheet.width / letter);
      const name = node.children.length === 0 ? { ariaLabel: words.yourAnswer } : {};
      node.tagName = "label";
      node.children.push(
        { type: "text", value: " " },
        h("input", { type: "text", size, autoComplete: "off", ...name }),
      );
    } else {
      if (question?.type === "element") {
        question.children = [h("label", { htmlFor: id }, question.children)];
      }
      const name = question ? { id } : { ariaLabel: words.yourAnswer };
      node.children.push(h("textarea", { rows: sheet.lines, autoComplete: "off", ...name }));
    }
  });
  const paper = files.find(({ format }) => format === "pdf");
  if (count > 0) sayOnce(tree, words, paper);
}

/** Inserts the notice before the first block with a control. */
function sayOnce(parent: Root | Element, words: Messages, paper: FileView | undefined): void {
  const { children } = parent as Element;
  const index = children.findIndex((child) => holdsControl(child));
  const first = children[index];
  if (first?.type === "element" && first.tagName === "section") sayOnce(first, words, paper);
  else {
    const where = paper
      ? [` ${words.web.fillablePdf} `, h("a", { href: paper.file_name, type: paper.media_type }, paper.name), "."]
      : [];
    children.splice(index, 0, h("p", { className: ["nothing-sent"] }, words.nothingSent, ...where));
  }
}

function holdsControl(node: ElementContent): boolean {
  if (node.type !== "element") return false;
  const isControl = node.tagName === "textarea" || (node.tagName === "input" && node.properties["type"] === "text");
  return isControl || node.children.some((child) => holdsControl(child));
}
