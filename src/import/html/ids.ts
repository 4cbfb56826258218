import type { Element, ElementContent, Node, Root } from "hast";
import { slug as slugOf } from "github-slugger";
import { toString } from "hast-util-to-string";
import { elementsIn } from "../../model/hast.ts";
import { decodeAddress } from "../../model/address.ts";
import { SKIP, visit } from "../../model/visit.ts";

/**
 * Keeps internal links working. A linked heading is addressed by the id that an edition will generate, or, if two would
 * be the same, gets an explicit one. Any other linked element gets an anchor.
 */
export function settleIds(root: Root): void {
  const links: Element[] = [];
  visit(
    root,
    "element",
    (node) => void (node.tagName === "a" && /^#./.test(String(node.properties["href"] ?? "")) && links.push(node)),
  );
  const wanted = new Set(links.map((link) => decodeAddress(String(link.properties["href"]).slice(1))));
  const renamed = new Map<string, string>();
  raiseIds(root, wanted);
  nameHeadings(root, wanted, renamed);
  nameOthers(root, wanted, renamed);
  for (const link of links) {
    const target = renamed.get(decodeAddress(String(link.properties["href"]).slice(1)));
    if (target !== undefined) link.properties["href"] = `#${target}`;
  }
}

/** Moves an anchor between blocks to the following block, and one in a figure or table to the whole. */
function raiseIds(root: Root, wanted: ReadonlySet<string>): void {
  visit(root, (node) => {
    if (!("children" in node) || !node.children.some((child) => isBlock(child))) return;
    const anchors: Element[] = [];
    node.children = node.children.filter((child) => {
      if (child.type === "element" && isAnchor(child) && child.children.length === 0) {
        anchors.push(child);
        return false;
      }
      if (isBlock(child)) child.children.unshift(...anchors.splice(0));
      return true;
    }) as typeof node.children;
    (node.children as ElementContent[]).push(...anchors);
  });
  visit(root, "element", (node) => {
    if (!["figure", "table"].includes(node.tagName) || wanted.has(idOf(node) ?? "")) return;
    const id = idsIn(node).find((candidate) => wanted.has(candidate));
    if (id === undefined) return;
    dropIds(node);
    node.properties["id"] = id;
  });
}

function isBlock(node: Node): node is Element {
  return (
    node.type === "element" &&
    /^(?:p|h[1-6]|div|section|article|ul|ol|dl|table|figure|blockquote|pre)$/.test((node as Element).tagName)
  );
}

function isAnchor(node: Element): boolean {
  return node.tagName === "a" && node.properties["href"] === undefined;
}

function nameHeadings(root: Root, wanted: ReadonlySet<string>, renamed: Map<string, string>): void {
  const taken = new Map<string, number>();
  visit(root, "element", (node) => {
    if (!/^h[1-6]$/.test(node.tagName)) return undefined;
    const ids = idsIn(node).filter((id) => wanted.has(id));
    dropIds(node);
    const plain = slugOf(toString(node).trim());
    const count = taken.get(plain) ?? 0;
    taken.set(plain, count + 1);
    if (ids.length === 0) return SKIP;
    const own = count === 0 ? plain : `${plain}-${count + 1}`;
    for (const id of ids) renamed.set(id, own);
    if (count > 0 || plain === "") {
      const id = own === "" ? safeId(ids[0] ?? "section") : own;
      for (const old of ids) renamed.set(old, id);
      const given = elementsIn(node).find(({ tagName }) => tagName === "heading-id");
      if (given) given.properties["id"] = id;
      else node.children.push(marker("heading-id", id));
    }
    return SKIP;
  });
}

function nameOthers(root: Root, wanted: ReadonlySet<string>, renamed: Map<string, string>): void {
  visit(root, "element", (node, index, parent) => {
    const id = idOf(node);
    if (id === undefined) return undefined;
    delete node.properties["id"];
    delete node.properties["name"];
    const isBare = isAnchor(node);
    if (!wanted.has(id) || renamed.has(id)) {
      if (!isBare || !parent || index === undefined) return undefined;
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    const safe = safeId(id);
    renamed.set(id, safe);
    if (isBare && parent && index !== undefined)
      parent.children.splice(index, 1, marker("anchor-id", safe), ...node.children);
    else if (["figure", "img", "table"].includes(node.tagName)) node.properties["dataId"] = safe;
    else firstLine(node).children.unshift(marker("anchor-id", safe));
    return undefined;
  });
}

/** Returns the first element in a block that contains text. */
function firstLine(node: Element): Element {
  const first = node.children.find((child): child is Element => child.type === "element");
  return first && /^(?:div|section|article|ul|ol|li|dl|blockquote|tbody|tr|p)$/.test(first.tagName)
    ? firstLine(first)
    : node;
}

/** Returns an id that is valid in our Markdown; generated ids get a readable name. */
function safeId(id: string): string {
  const plain = id.replace(/^o_/, "").replace(/^_(Ref|Toc|Hlk)/, (_, name: string) => `${name.toLowerCase()}-`);
  return plain.replaceAll(/[^\p{L}\p{N}_.-]+/gu, "-").replaceAll(/^[-.]+|[-.]+$/g, "") || "place";
}

function marker(tagName: string, id: string): Element {
  return { type: "element", tagName, properties: { id }, children: [] };
}

function idOf({ tagName, properties }: Element): string | undefined {
  if (tagName === "heading-id" || tagName === "anchor-id") return undefined;
  const { id, name } = properties;
  if (typeof id === "string" && id !== "") return id;
  return tagName === "a" && typeof name === "string" && name !== "" ? name : undefined;
}

function idsIn(node: Element): string[] {
  const ids: string[] = [];
  visit(node, "element", (element) => {
    const id = idOf(element);
    if (id !== undefined) ids.push(id);
  });
  return ids;
}

/** Removes the ids of a heading, and the anchors in it. */
function dropIds(heading: Element): void {
  visit(heading, "element", (node, index, parent) => {
    if (node !== heading && isAnchor(node) && idOf(node) !== undefined && parent && index !== undefined) {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    delete node.properties["id"];
    return undefined;
  });
}
