import type { Element } from "hast";
import { h } from "hastscript";
import { visit } from "../model/visit.ts";

/** MathML Core's accents in the place of a line above or below. */
const accents: Readonly<Record<string, readonly [name: string, line: string]>> = {
  top: ["mover", "\u203E"],
  bottom: ["munder", "_"],
};

/** Classes of the notations of `menclose` (MathML 3, 3.3.9.2). */
const notations: Readonly<Record<string, string>> = {
  box: "tml-box",
  updiagonalstrike: "tml-stroke-up",
  downdiagonalstrike: "tml-stroke-down",
  "updiagonalstrike downdiagonalstrike": "tml-stroke-cross",
  horizontalstrike: "tml-stroke",
};

/**
 * Replaces `menclose`, which MathML Core does not have, by accents and by classes that the style sheets draw. Returns the
 * name of a notation for which there is neither.
 */
export function drawStrokes(math: Element): string | undefined {
  let unknown: string | undefined;
  visit(math, "element", (node) => {
    if (node.tagName === "menclose") unknown ??= openEnclosure(node);
    else if (String(node.properties["className"] ?? "").includes("tml-cancelto")) unknown ??= "cancelto";
  });
  return unknown;
}

function openEnclosure(node: Element): string | undefined {
  const notation = String(node.properties["notation"]);
  const [name, line] = accents[notation] ?? [];
  if (name !== undefined && line !== undefined) {
    node.tagName = name;
    node.properties = {};
    node.children = [h("mrow", {}, ...node.children), h("mo", { stretchy: "true" }, line)];
    return undefined;
  }
  const stroke = notations[notation];
  if (stroke === undefined) return notation;
  node.tagName = "mrow";
  node.properties = { className: [stroke] };
  // Without the empty element that Temml's own style sheet draws the stroke with.
  node.children = node.children.filter((child) => child.type !== "element" || child.children.length > 0);
  return undefined;
}
