import { decodeAddress } from "../../../model/address.ts";
import { PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Element as Node, Nodes } from "hast";
import { targetOf } from "../read/link-target.ts";
import type { Job } from "./repair.ts";
import { annotationsOf, type Element, elementsOf, typeOf } from "../read/structure-tree.ts";

/**
 * Maps the ids of the printed document to structure elements. The browser keeps no ids, but it keeps the order: the
 * document's third table is the tree's third Table. Kinds whose numbers differ are skipped. An id of anything else maps
 * to the element of its content, else of its container, else of the preceding heading.
 */
export function elementsById({ document, root }: Pick<Job, "document" | "root">): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  const elementOf = matchInOrder(nodesIn(root), elementsByKind(document));
  let heading: Element | undefined;
  const visit = (node: Nodes, around: Element | undefined): void => {
    if (!("children" in node) || isHidden(node)) return;
    const own = node.type === "element" ? elementOf(node) : undefined;
    if (node.type === "element") {
      if (/^h[1-6]$/.test(node.tagName)) heading = own ?? heading;
      const { id } = node.properties;
      const element = own ?? nodesIn(node).map(elementOf).find(Boolean) ?? around ?? heading;
      if (typeof id === "string" && element) found.set(id, element);
    }
    for (const child of node.children) visit(child, own ?? around);
  };
  visit(root, undefined);
  // Footnotes have their ids in the tree.
  for (const element of elementsOf(document)) {
    const id = element.dict.lookup(PDFName.of("ID"));
    if (id instanceof PDFString || id instanceof PDFHexString) found.set(id.decodeText(), element);
  }
  return found;
}

function matchInOrder(nodes: readonly Node[], elements: ReadonlyMap<string | undefined, readonly Element[]>) {
  const matched = new Map<Node, Element | undefined>();
  for (const [kind, alike] of Map.groupBy(nodes, kindOf)) {
    const counterparts = elements.get(kind);
    if (kind === undefined || counterparts?.length !== alike.length) continue;
    for (const [index, node] of alike.entries()) matched.set(node, counterparts[index]);
  }
  return (node: Node): Element | undefined => matched.get(node);
}

/** Returns the kind by which a node is counted: headings by level, tables, list items, links by target. */
function kindOf({ tagName, properties }: Node): string | undefined {
  if (tagName === "a" && typeof properties["href"] === "string") return `link ${decoded(properties["href"])}`;
  return kinds[tagName];
}

const kinds: Readonly<Record<string, string>> = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, `H${level}`])),
  table: "Table",
  caption: "Caption of a table",
  li: "LI",
};

function elementsByKind(document: Job["document"]): Map<string | undefined, Element[]> {
  return Map.groupBy(elementsOf(document), ({ dict }) => {
    const target = targetOf(annotationsOf(document.context, dict)[0]);
    if (target !== undefined) return `link ${target}`;
    const type = typeOf(dict);
    return type === "TOCI" ? "LI" : type;
  });
}

/** Returns the printed elements below a node, in order. */
function nodesIn(node: Nodes): Node[] {
  if (!("children" in node) || isHidden(node)) return [];
  return node.children.flatMap((child) =>
    child.type === "element" && !isHidden(child) ? [child, ...nodesIn(child)] : [],
  );
}

function isHidden(node: Nodes): boolean {
  return node.type === "element" && (Boolean(node.properties["hidden"]) || node.tagName === "head");
}

function decoded(href: string): string {
  return href.startsWith("#") ? decodeAddress(href) : href;
}
