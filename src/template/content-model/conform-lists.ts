import type { Element, ElementContent } from "hast";
import { elementsIn, isBlank } from "../../model/hast.ts";

/**
 * Fixes elements whose children have a fixed order, by element name; an element that cannot be fixed becomes a plain
 * one.
 */
export const fitters: Readonly<Record<string, (element: Element) => void>> = {
  ul: (list) => {
    wrapItems(list);
    for (const item of elementsIn(list)) delete item.properties["value"];
  },
  ol: wrapItems,
  table: orderRows,
  dl: (list) => {
    if (!isTermList(list)) list.tagName = "div";
  },
  details: (details) => {
    const summary = elementsIn(details).find(({ tagName }) => tagName === "summary");
    if (summary) details.children = [summary, ...demote(details, summary)];
    else becomePlain(details, "div");
  },
  figure: (figure) => {
    const caption = elementsIn(figure).find(({ tagName }) => tagName === "figcaption");
    if (!caption) return;
    const isFirst = elementsIn(figure)[0] === caption;
    const rest = demote(figure, caption);
    figure.children = isFirst ? [caption, ...rest] : [...rest, caption];
  },
  ruby: (ruby) => {
    if (!isAnnotated(ruby)) becomePlain(ruby, "span");
  },
  bdo: (override) => {
    if (override.properties.dir !== "ltr" && override.properties.dir !== "rtl") override.tagName = "span";
  },
};

function becomePlain(element: Element, name: string): void {
  element.tagName = name;
  delete element.properties["open"];
}

/** Keeps one child; turns others of the same name into plain blocks. */
function demote(parent: Element, item: Element): ElementContent[] {
  const rest = parent.children.filter((child) => child !== item);
  for (const child of rest) if (child.type === "element" && child.tagName === item.tagName) child.tagName = "div";
  return rest;
}

function wrapItems(list: Element): void {
  list.children = list.children.map((child) =>
    isBlank(child) || (child.type === "element" && child.tagName === "li")
      ? child
      : { type: "element", tagName: "li", properties: {}, children: [child] },
  );
}

const tableOrder = ["caption", "colgroup", "thead", "tbody", "tfoot"];

/** Sorts a table's parts, and keeps one caption, head and foot. */
function orderRows(table: Element): void {
  const parts = elementsIn(table);
  const first = (name: string): Element | undefined => parts.find(({ tagName }) => tagName === name);
  for (const part of parts) {
    if (part === first(part.tagName)) continue;
    if (part.tagName === "thead" || part.tagName === "tfoot") part.tagName = "tbody";
    if (part.tagName === "caption") first("caption")?.children.push({ type: "text", value: " " }, ...part.children);
  }
  table.children = parts
    .filter((part) => part.tagName !== "caption" || part === first("caption"))
    .toSorted((a, b) => tableOrder.indexOf(a.tagName) - tableOrder.indexOf(b.tagName));
}

/** One or more terms, then one or more descriptions, repeated, with nothing between. */
function isTermList(list: Element): boolean {
  return /^(?:(?:dt )+(?:dd )+)+$/.test(pattern(list));
}

/** Base text, then its annotation, repeated. */
function isAnnotated(ruby: Element): boolean {
  return /^(?:(?:words )+(?:rt |rp rt rp ))+$/.test(pattern(ruby).replaceAll(/\b(?!rt |rp )\S+/g, "words"));
}

/** Returns the names of the children in order, each followed by a space. */
function pattern(element: Element): string {
  const children = element.children.filter((child) => !isBlank(child));
  return children.map((child) => `${child.type === "element" ? child.tagName : "words"} `).join("");
}
