import type { Element, Root } from "hast";
import { s } from "hastscript";
import { visit } from "../model/visit.ts";
import type { Messages } from "../i18n/messages.ts";

/** Replaces the boxes of task lists by labelled drawings: the browser prints form controls as lines without text. */
export function drawCheckBoxes(tree: Root, words: Messages): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "input" || !parent || index === undefined) return;
    const done = node.properties["checked"] === true;
    parent.children[index] = drawing(done ? words.done : words.task, done);
  });
}

/** Small and empty without a style sheet too, which many reading systems ignore. */
const plain = { width: 12, height: 12, fill: "none", stroke: "currentColor", "stroke-width": 1 };

function drawing(name: string, done: boolean): Element {
  return s("svg", { className: ["check-box"], role: "img", ariaLabel: name, viewBox: "0 0 12 12", ...plain }, [
    s("rect", { x: 0.75, y: 0.75, width: 10.5, height: 10.5, rx: 1 }),
    ...(done ? [s("path", { d: "M2.8 6.2 5.2 8.7 9.3 3.3" })] : []),
  ]);
}
