import { fromXml } from "xast-util-from-xml";
import { toXml } from "xast-util-to-xml";
import type { Element, ElementContent, Root } from "xast";
import { SKIP, visit } from "../model/visit.ts";
import { type ChartLook, faceFor, type Lettering } from "./look.ts";

/**
 * Converts all text of a drawing to outlines: a picture in a page, a book or a PDF cannot use the fonts around it. Text
 * for which the font lacks glyphs stays text.
 */
export function textToPaths(svg: string, look: ChartLook): string {
  const tree: Root = fromXml(svg);
  const glyphs: Glyphs = new Map();
  visit(tree, "element", (node, index, parent) => {
    if (node.name !== "text" || !parent || index === undefined) return undefined;
    const lines = linesOf(node);
    const face = faceFor(node.attributes["font-weight"] ?? undefined, look);
    if (!lines.every(({ text }) => face.covers(text))) return SKIP;
    parent.children[index] = outlined(node, lines, face, glyphs);
    return SKIP;
  });
  define(tree, glyphs);
  return toXml(tree);
}

/** Returns the texts of a drawing for which the font lacks glyphs. */
export function textsWithoutGlyphs(svg: string): string[] {
  const found: string[] = [];
  visit(fromXml(svg), "element", (node) => {
    if (node.name === "text")
      found.push(
        linesOf(node)
          .map(({ text }) => text)
          .join(" "),
      );
  });
  return found;
}

interface Line {
  readonly text: string;
  /** The offset below the first line, in pixels. */
  readonly down: number;
}

/** Vega writes one line as text, and several as `tspan` elements. */
function linesOf(node: Element): Line[] {
  const spans = node.children.filter((child): child is Element => child.type === "element");
  if (spans.length === 0) return [{ text: wordsOf(node), down: 0 }];
  let down = 0;
  return spans.map((span) => {
    down += Number(span.attributes["dy"] ?? 0);
    return { text: wordsOf(span), down };
  });
}

function wordsOf(node: Element): string {
  return node.children.map((child) => (child.type === "text" ? child.value : "")).join("");
}

const carried = new Set(["class", "transform", "fill", "fill-opacity", "opacity"]);

function outlined(node: Element, lines: readonly Line[], face: Lettering, glyphs: Glyphs): Element {
  const { attributes } = node;
  const size = Number.parseFloat(attributes["font-size"] ?? "11");
  const share = { middle: 0.5, end: 1 }[attributes["text-anchor"] ?? ""] ?? 0;
  const paths = lines.map(({ text, down }) => face.outline(text, size, -share * face.measure(text) * size, down));
  const [group] = fromXml(`<g>${paths.join("")}</g>`).children as Element[];
  const carriedOver = Object.entries(attributes).filter(([name]) => carried.has(name));
  return {
    type: "element",
    name: "g",
    attributes: Object.fromEntries(carriedOver),
    children: group?.children.map((path) => use(path, glyphs)) ?? [],
  };
}

/** Ids by outline: a repeated glyph refers to its first use. */
type Glyphs = Map<string, string>;

function use(path: ElementContent, glyphs: Glyphs): ElementContent {
  if (path.type !== "element") return path;
  const { d, ...attributes } = path.attributes;
  const id = glyphs.get(d ?? "") ?? `glyph-${glyphs.size + 1}`;
  glyphs.set(d ?? "", id);
  // E-readers know only the older attribute.
  return { type: "element", name: "use", attributes: { ...attributes, "xlink:href": `#${id}` }, children: [] };
}

function define(tree: Root, glyphs: Glyphs): void {
  const root = tree.children.find((child) => child.type === "element");
  const paths = Array.from(glyphs, ([d, id]): Element => {
    return { type: "element", name: "path", attributes: { id, d }, children: [] };
  });
  root?.children.unshift({ type: "element", name: "defs", attributes: {}, children: paths });
}
