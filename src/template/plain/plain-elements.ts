import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "../../model/visit.ts";
import type { Messages } from "../../i18n/messages.ts";
import { formulaText, smallFigures } from "../../model/formula-text.ts";
import { textOf } from "../../model/text-of.ts";
import { readSheet } from "../worksheet/read-sheet.ts";

/** The width of an underscore in millimetres. */
const underscore = 2.5;

/** Converts what plain text cannot contain to text: formulas, images, superscripts, blanks, captions. */
export function plainElements(tree: Root, words: Messages): void {
  visit(tree, "element", (node: Element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const made = plain(node, words);
    if (made) {
      parent.children.splice(index, 1, ...made);
      return [SKIP, index + made.length];
    }
    fillBlanks(node);
    lower(node);
    return undefined;
  });
}

/** Returns the replacement of an element; `undefined` if it stays. */
function plain(node: Element, words: Messages): ElementContent[] | undefined {
  const { tagName, properties, children } = node;
  switch (tagName) {
    case "math":
      return [{ type: "text", value: formulaText(node) }];
    case "img": {
      const alt = String(properties["alt"] ?? "");
      return alt === "" ? [] : [{ type: "text", value: `[${words.figure}: ${alt}]` }];
    }
    case "svg":
    case "rp":
      return [];
    case "rt":
      return [{ type: "text", value: `(${textOf(node)})` }];
    case "sup":
    case "sub":
      return children.every(({ type }) => type === "text") ? [{ type: "text", value: raised(node) }] : small(node);
    default:
      return undefined;
  }
}

/** Citation numbers are links, set apart from a number before them: 218.⁶ */
function small(node: Element): ElementContent[] {
  visit(node, "text", (text) => {
    text.value = text.value.replaceAll(/\d+/g, (digits) => smallFigures(digits, "sup") ?? digits);
  });
  return node.children;
}

function raised({ tagName, children }: Element): string {
  const text = children.map((child) => (child.type === "text" ? child.value : "")).join("");
  const figures = smallFigures(text, tagName === "sup" ? "sup" : "sub");
  if (figures !== undefined || /^\p{L}+$/u.test(text)) return figures ?? text;
  return `${tagName === "sup" ? "^" : "_"}${text.length === 1 ? text : `(${text})`}`;
}

function fillBlanks(node: Element): void {
  const sheet = readSheet(node);
  if (sheet?.kind === "field")
    node.children.push({ type: "text", value: ` ${"_".repeat(Math.round(sheet.width / underscore))}` });
  if (sheet?.kind === "write-on")
    for (let line = 0; line < sheet.lines; line += 1) node.children.push(h("p", "_".repeat(60)));
}

/** Moves a caption to a paragraph before or after its object; makes a box's title strong. */
function lower(node: Element): void {
  const caption = node.tagName === "table" ? node.children.findIndex((child) => isNamed(child, "caption")) : -1;
  if (caption >= 0) {
    const [taken] = node.children.splice(caption, 1);
    const table = { ...node, children: [...node.children] };
    node.tagName = "div";
    node.properties = {};
    node.children = [h("p", taken?.type === "element" ? taken.children : []), table];
  }
  const { className: classes } = node.properties;
  const align = [classes].flat().find((name) => /^align-(?:left|right|center)$/.test(String(name)));
  if (align !== undefined) node.properties["align"] = String(align).slice("align-".length);
  if (node.tagName === "figcaption") node.tagName = "p";
  if ([classes].flat().some((name) => /^(?:callout|checklist)-title$/.test(String(name))))
    node.children = [h("strong", node.children)];
}

function isNamed(node: ElementContent, name: string): boolean {
  return node.type === "element" && node.tagName === name;
}
