import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "../model/visit.ts";
import { figureOfImage, isImage, joinPanels, panelsOf } from "./figure-panels.ts";
import { elementsIn, isBlank, isElement, setData } from "./hast.ts";

/** Turns an image with a title, or the content of `:::figure` or `:::table`, into a captioned figure or table. */
export function captionFigures(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const figure = node.tagName === "p" ? fromTitledImage(node) : node;
    if (figure?.tagName !== "figure") return undefined;
    parent.children[index] = caption(figure);
    return SKIP;
  });
}

/** Converts `<p><img title="Caption"></p>`, Markdown's shortest form of a figure. */
function fromTitledImage(paragraph: Element): Element | undefined {
  const content = paragraph.children.filter((child) => !isBlank(child));
  const [image] = content;
  if (content.length !== 1 || !isImage(image)) return undefined;
  const { title } = image.properties;
  if (typeof title !== "string" || title.trim() === "") return undefined;
  return { ...figureOfImage(image), ...(paragraph.position && { position: paragraph.position }) };
}

function caption(figure: Element): Element {
  const { dataKind, dataWidths, ...properties } = figure.properties;
  figure.properties = properties;
  const content = figure.children.filter((child) => !isBlank(child)).map(withoutParagraph);
  const text = content.find((child): child is Element => isElement(child, "figcaption"));
  const rest = content.filter((child) => child !== text);
  const panels = text && dataKind !== "table" ? panelsOf(rest) : undefined;
  if (text && panels) return joinParts(figure, panels, text);
  const [table] = rest;
  const isTable = isElement(table, "table");
  if (isTable && dataWidths !== undefined) setWidths(table, String(dataWidths).split(" "));
  if (!text)
    return isTable && dataKind === "table" && rest.length === 1
      ? withProperties(table, figure)
      : { ...figure, children: content };
  const kind = dataKind === "table" || (isTable && rest.length === 1) ? "table" : "figure";
  const captioned =
    isTable && rest.length === 1 ? withCaption(table, figure, text.children) : { ...figure, children: [...rest, text] };
  setData(captioned, { numbered: kind });
  return captioned;
}

/** Returns the number of columns in the first row. */
function columnsOf(table: Element): number {
  const [row] = elementsIn(table).flatMap((part) => elementsIn(part).filter(({ tagName }) => tagName === "tr"));
  return row ? elementsIn(row).reduce((count, cell) => count + Number(cell.properties["colSpan"] ?? 1), 0) : 0;
}

/** Creates a figure of several parts with their own captions. */
function joinParts(figure: Element, panels: readonly Element[], text: Element): Element {
  for (const panel of panels) panel.children = panel.children.filter((child) => !isBlank(child)).map(withoutParagraph);
  const joined = joinPanels(figure, panels, text);
  setData(joined, { numbered: "figure" });
  return joined;
}

/** Moves the attributes of a wrapper to its table. */
function withProperties(table: Element, { properties }: Element): Element {
  return { ...table, properties: { ...properties, ...table.properties } };
}

/** Sets relative column widths as classes, which style sheets define. */
function setWidths(table: Element, shares: readonly string[]): void {
  if (columnsOf(table) !== shares.length) return;
  const columns = h("colgroup", {}, ...shares.map((share) => h("col", { className: [`col-${share}`] })));
  table.children = [columns, ...table.children.filter((child) => !isElement(child, "colgroup"))];
}

/** Unwraps an image that is alone in a paragraph. */
function withoutParagraph(node: ElementContent): ElementContent {
  const content = isElement(node, "p") ? node.children.filter((child) => !isBlank(child)) : [];
  const [image] = content;
  return image && content.length === 1 && isImage(image) ? image : node;
}

/** Puts the caption inside the table, so that screen readers announce them together. */
function withCaption(table: Element, figure: Element, children: ElementContent[]): Element {
  const own = table.children.filter((child) => !isElement(child, "caption"));
  return { ...withProperties(table, figure), children: [h("caption", {}, ...children), ...own] };
}
