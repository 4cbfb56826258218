import type { Element } from "hast";
import { visit } from "../../../model/visit.ts";
import { isWebAddress } from "../../../config/fields.ts";
import { isKnownLanguage } from "../../../model/known-language.ts";
import { idsIn } from "../../../model/hast.ts";

/** The values that the schema of EPUB content documents allows; attributes with others are removed. */
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
 * Removes what raw HTML may contain but an XHTML content document must not: invalid attribute values, and references
 * and links without a target. Takes all documents of a book, because they link to each other.
 */
export function fitAttributes(trees: readonly Element[]): void {
  const ids = idsIn(trees);
  for (const tree of trees) {
    visit(tree, "element", (node) => {
      for (const [name, value] of Object.entries(node.properties)) {
        if (forms[name]?.(String(value)) === false) delete node.properties[name];
      }
      for (const name of references) keepKnown(node, name, ids);
      fitByElement(node);
      fitLink(node);
      if (node.properties.lang !== undefined) node.properties["xmlLang"] = node.properties.lang;
    });
  }
}

function keepKnown(node: Element, name: string, ids: ReadonlySet<string>): void {
  const value = node.properties[name];
  if (value === undefined || value === null) return;
  const named = Array.isArray(value) ? value.map(String) : String(value).split(/\s+/);
  const known = named.filter((id) => ids.has(id));
  if (known.length > 0) node.properties[name] = known;
  else delete node.properties[name];
}

/** Fixes attributes that have special rules on certain elements. */
function fitByElement(node: Element): void {
  const { properties } = node;
  if (node.tagName === "li" && !isInteger(String(properties["value"] ?? "0"))) delete properties["value"];
  if (node.tagName === "ol" && !/^[1aAiI]$/.test(String(properties["type"] ?? "1"))) delete properties["type"];
  if (node.tagName === "time" && properties["dateTime"] === undefined) node.tagName = "span";
  if (node.tagName === "data" && properties["value"] === undefined) node.tagName = "span";
}

function fitLink(node: Element): void {
  const { href } = node.properties;
  if (typeof href !== "string" || href.startsWith("#")) return;
  const address = href.trim().replaceAll(/\s/g, "%20");
  if (isAddress(address)) node.properties["href"] = address;
  else {
    node.tagName = "span";
    delete node.properties["href"];
  }
}

/** Reports whether this is a URL without empty labels in its host. */
function isAddress(href: string): boolean {
  return URL.canParse(href) && !/^\.|\.\./.test(new URL(href).hostname);
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
