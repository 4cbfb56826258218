import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { isKnownLanguage, isWebAddress } from "../../config/fields.ts";

/** The values that the schema of EPUB content documents takes; an attribute with another is left out. */
const forms: Readonly<Record<string, (value: string) => boolean>> = {
  start: isInteger,
  colSpan: isCount,
  rowSpan: isCount,
  span: isCount,
  scope: (value) => ["row", "col", "rowgroup", "colgroup"].includes(value),
  dir: (value) => ["ltr", "rtl", "auto"].includes(value),
  lang: isKnownLanguage,
  dateTime: isDay,
  cite: isWebAddress,
  ariaHidden: (value) => ["true", "false"].includes(value),
};

const references = ["headers", "ariaLabelledBy", "ariaDescribedBy"];

/**
 * What raw HTML may bring and an XHTML document of a book must not have: ids that are no XML names, values of the wrong
 * kind, references and links that lead nowhere. All trees of a book together, because they link to each other.
 */
export function fitAttributes(trees: readonly Element[]): void {
  const ids = fitIds(trees);
  for (const tree of trees) {
    visit(tree, "element", (node) => {
      for (const [name, value] of Object.entries(node.properties)) {
        if (forms[name]?.(String(value)) === false) delete node.properties[name];
      }
      for (const name of references) keepKnown(node, name, ids);
      fitByElement(node);
      fitLink(node, ids);
      if (node.properties.lang !== undefined) node.properties["xmlLang"] = node.properties.lang;
    });
  }
}

/** New ids where the old ones are no XML names without colons; every old id with its new one. */
function fitIds(trees: readonly Element[]): Map<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const tree of trees) {
    visit(tree, "element", ({ properties }) => {
      if (properties.id === undefined) return;
      const old = String(properties.id);
      const name = old.replaceAll(/[^\p{L}\p{M}\p{N}._-]/gu, "-").replace(/^(?![\p{L}_])/u, "id-");
      let id = name;
      for (let number = 2; taken.has(id); number += 1) id = `${name}-${number}`;
      taken.add(id);
      ids.set(old, id);
      properties.id = id;
    });
  }
  return ids;
}

function keepKnown(node: Element, name: string, ids: ReadonlyMap<string, string>): void {
  const value = node.properties[name];
  if (value === undefined || value === null) return;
  const named = Array.isArray(value) ? value.map(String) : String(value).split(/\s+/);
  const known = named.map((id) => ids.get(id)).filter((id) => id !== undefined);
  if (known.length > 0) node.properties[name] = known;
  else delete node.properties[name];
}

/** What an attribute must be here and not elsewhere. */
function fitByElement(node: Element): void {
  const { properties } = node;
  if (node.tagName === "li" && !isInteger(String(properties["value"] ?? "0"))) delete properties["value"];
  if (node.tagName === "ol" && !/^[1aAiI]$/.test(String(properties["type"] ?? "1"))) delete properties["type"];
  if (node.tagName === "time" && properties["dateTime"] === undefined) node.tagName = "span";
  // Code runs from left to right, whatever runs around it; a style sheet of a book must not say so (EPUB 3.3, §6.3.1).
  if (node.tagName === "pre") properties["dir"] ??= "ltr";
  if (node.tagName === "data" && properties["value"] === undefined) node.tagName = "span";
}

function fitLink(node: Element, ids: ReadonlyMap<string, string>): void {
  const { href } = node.properties;
  if (typeof href !== "string") return;
  const id = href.startsWith("#") ? ids.get(href.slice(1)) : undefined;
  if (id !== undefined) node.properties["href"] = `#${id}`;
  else if (!URL.canParse(href)) {
    node.tagName = "span";
    delete node.properties["href"];
  }
}

function isInteger(value: string): boolean {
  return /^-?\d{1,9}$/.test(value);
}

function isCount(value: string): boolean {
  return /^[1-9]\d{0,2}$/.test(value);
}

function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
