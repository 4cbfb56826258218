import type { Element } from "hast";
import { h } from "hastscript";
import { visit } from "../model/visit.ts";
import { addClass } from "./hast.ts";

// MathML Core has no `menclose`, and our pages no style attributes: frames, strokes and the lines of arrays become classes
// of the style sheets.

/** MathML Core's accents in the place of a line above or below. */
const accents: Readonly<Record<string, readonly [name: string, line: string]>> = {
  top: ["mover", "\u203E"],
  bottom: ["munder", "_"],
};

/** Classes of the notations of `menclose` (MathML 3, 3.3.9.2). */
const notations: Readonly<Record<string, string>> = {
  box: "formula-box",
  updiagonalstrike: "formula-stroke-up",
  downdiagonalstrike: "formula-stroke-down",
  "updiagonalstrike downdiagonalstrike": "formula-stroke-cross",
  horizontalstrike: "formula-stroke",
};

/** Classes of the borders that arrays (`\hline`, `c|c`) and `\boxed` have. */
const borders: readonly (readonly [property: RegExp, name: string])[] = [
  [/(?:^|;)border:/, "formula-box"],
  [/(?:^|;)border-top:/, "formula-line-above"],
  [/(?:^|;)border-bottom:/, "formula-line-below"],
  [/(?:^|;)border-left:/, "formula-line-left"],
  [/(?:^|;)border-right:/, "formula-line-right"],
];

/** Draws frames, strokes and lines by classes. Returns the name of a notation that has none. */
export function drawStrokes(math: Element): string | undefined {
  let unknown: string | undefined;
  visit(math, "element", (node) => {
    const style = String(node.properties["style"] ?? "");
    for (const [property, name] of borders) if (property.test(style)) addClass(node, name);
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
  // The element that Temml's own style sheet draws the stroke with.
  node.children = node.children.filter((child) => child.type !== "element" || child.children.length > 0);
  return undefined;
}

/** Leaves out the colours of a formula, and reports whether it had any. Temml writes `color:undefined` for none. */
export function leaveOutColours(math: Element): boolean {
  let found = false;
  visit(math, "element", ({ properties }) => {
    const { mathbackground, mathcolor } = properties;
    found ||= mathbackground !== undefined || mathcolor !== undefined;
    found ||= /(?:^|;)(?:color|background(?:-color)?):(?!undefined)/.test(String(properties["style"] ?? ""));
    delete properties["mathbackground"];
    delete properties["mathcolor"];
  });
  return found;
}
