import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import type { Messages } from "../i18n/messages.ts";
import type { Counters } from "./figures.ts";
import { classesOf, isElement, make } from "./hast.ts";

/** A callout to which the author gave an id is a numbered box: "Box 2. Before you apply". */
export function numberBoxes(tree: Root | Element, words: Messages, counters: Counters): void {
  visit(tree, "element", (node) => {
    const isBox = classesOf(node).includes("callout") && !classesOf(node).includes("callout-key");
    if (node.tagName !== "aside" || !isBox || node.properties.id === undefined) return;
    const title = node.children.find((child) => isElement(child) && classesOf(child).includes("callout-title"));
    if (!isElement(title)) return;
    counters.box += 1;
    const label = make("span", { className: ["box-label"] }, `${words.box} ${counters.box}.`);
    title.children = [label, { type: "text", value: " " }, ...title.children];
    counters.numbered.push({ element: node, kind: "box", number: counters.box });
  });
}
