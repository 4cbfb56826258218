import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "../model/visit.ts";
import { classesOf, isBlank, isElement, setData } from "./hast.ts";

/** A picture with a title, or anything in `:::figure` or `:::table`, becomes a figure or a table of its kind with a caption. */
export function captionFigures(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const figure = node.tagName === "p" ? fromTitledImage(node) : node;
    if (figure?.tagName !== "figure") return undefined;
    parent.children[index] = caption(figure);
    return SKIP;
  });
}

/** `<p><img title="Caption"></p>`: Markdown's shortest way to a figure. */
function fromTitledImage(paragraph: Element): Element | undefined {
  const content = paragraph.children.filter((child) => !isBlank(child));
  const [image] = content;
  if (content.length !== 1 || !isImage(image)) return undefined;
  const { title, id, ...rest } = image.properties;
  if (typeof title !== "string" || title.trim() === "") return undefined;
  image.properties = rest;
  const figure = h("figure", { ...(id !== undefined && { id }) }, image, h("figcaption", title.trim()));
  return paragraph.position ? { ...figure, position: paragraph.position } : figure;
}

function caption(figure: Element): Element {
  const { dataKind, ...properties } = figure.properties;
  figure.properties = properties;
  const content = figure.children.filter((child) => !isBlank(child)).map(withoutParagraph);
  const text = content.find((child): child is Element => isElement(child, "figcaption"));
  if (!text) return { ...figure, children: content };
  const rest = content.filter((child) => child !== text);
  const [table] = rest;
  const isTable = isElement(table, "table");
  const kind = dataKind === "table" || (isTable && rest.length === 1) ? "table" : "figure";
  const captioned =
    isTable && rest.length === 1 ? withCaption(table, figure, text.children) : { ...figure, children: [...rest, text] };
  setData(captioned, { numbered: kind });
  return captioned;
}

/** An image that stands alone is no paragraph of a figure. */
function withoutParagraph(node: ElementContent): ElementContent {
  const content = isElement(node, "p") ? node.children.filter((child) => !isBlank(child)) : [];
  const [image] = content;
  return image && content.length === 1 && isImage(image) ? image : node;
}

/** An image, or the frame in the place of one that is not carried. */
function isImage(node: ElementContent | undefined): node is Element {
  return isElement(node, "img") || (isElement(node, "span") && classesOf(node).includes("absent-image"));
}

/** A table carries its caption itself, so that screen readers announce the two as one. */
function withCaption(table: Element, figure: Element, children: ElementContent[]): Element {
  const own = table.children.filter((child) => !isElement(child, "caption"));
  return {
    ...table,
    properties: { ...figure.properties, ...table.properties },
    children: [h("caption", {}, ...children), ...own],
  };
}
