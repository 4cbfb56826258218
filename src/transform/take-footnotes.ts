import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { visit } from "../model/visit.ts";
import { isElement, setData } from "./hast.ts";
import { noteIdPrefix } from "./ids.ts";
import { decodeAddress } from "../model/address.ts";

/**
 * Moves the footnotes that remark-rehype puts at the end out of the body: list items in the order of the references.
 * References name them by key; nothing is numbered yet.
 */
export function takeFootnotes(body: Root): Root {
  const section = body.children.findLast(
    (node): node is Element => isElement(node, "section") && "dataFootnotes" in node.properties,
  );
  const list = section?.children.find((node): node is Element => isElement(node, "ol"));
  const items = (list?.children ?? []).filter((node): node is Element => isElement(node, "li"));
  const isOurs = items.every(({ properties }) => String(properties.id).startsWith(noteIdPrefix));
  const footnotes: Root = { type: "root", children: isOurs ? items : [] };
  if (section && isOurs && items.length > 0) body.children.splice(body.children.indexOf(section), 1);
  const keys = new Set(footnotes.children.map((item) => keyOf(item as Element)));
  for (const tree of [body, footnotes]) visit(tree, "element", (node) => markReference(node, keys));
  for (const item of footnotes.children as Element[]) {
    markBackLinks(item);
    setData(item, { footnoteKey: keyOf(item) });
    item.properties = {};
  }
  return footnotes;
}

function keyOf({ properties: { id } }: Element): string {
  return String(id);
}

function markReference(node: Element, keys: ReadonlySet<string>): void {
  const { dataFootnoteRef, ...properties } = node.properties;
  if (dataFootnoteRef === undefined) return;
  const address = String(properties["href"]).slice(1);
  const key = [decodeAddress(address), address].find((name) => keys.has(name));
  // In an author's own HTML it refers to nothing here.
  node.properties = properties;
  if (key === undefined) return;
  node.tagName = "span";
  node.properties = {};
  node.children = [];
  setData(node, { footnoteReference: key });
}

/** Replaces all back-links of a footnote, and what is between them, by one placeholder. */
function markBackLinks(item: Element): void {
  visit(item, "element", (parent) => {
    const isBack = (node: ElementContent): boolean => isElement(node) && "dataFootnoteBackref" in node.properties;
    const first = parent.children.findIndex(isBack);
    if (first < 0) return;
    const place = h("span");
    setData(place, { footnoteBackLinks: true });
    parent.children.splice(first, parent.children.findLastIndex(isBack) - first + 1, place);
  });
}
