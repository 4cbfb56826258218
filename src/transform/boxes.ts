import type { Element, Root } from "hast";
import { visit } from "../model/visit.ts";
import { classesOf, setData } from "./hast.ts";

/** Makes a callout with an id a numbered box: "Box 2. Before you apply". */
export function markBoxes(tree: Root): void {
  visit(tree, "element", (node: Element) => {
    const isBox = classesOf(node).includes("callout") && !classesOf(node).includes("callout-key");
    if (node.tagName === "aside" && isBox && node.properties.id !== undefined) setData(node, { numbered: "box" });
  });
}
