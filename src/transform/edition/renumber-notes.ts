import type { Element, ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import type { Chapter } from "../../model/publication.ts";

/**
 * Notes in the order in which an edition refers to them, numbered from 1; those it does not refer to are gone. Ids and
 * ways back are made anew as the transform made them: `note-1`, `noteref-1`, `noteref-1-2`.
 */
export function renumberNotes(chapter: Chapter): Chapter {
  const { notes, ...rest } = chapter;
  if (notes?.type !== "element") return chapter;
  const list = notes.children.find((child): child is Element => isElement(child, "ol"));
  const items = (list?.children ?? []).filter((child): child is Element => isElement(child, "li"));
  const byId = new Map(items.map((item) => [String(item.properties.id), item]));
  const order: string[] = [];
  collect(rest.body, byId, order);
  // Notes can refer to notes, which then come behind.
  for (let index = 0; index < order.length; index += 1) collect(byId.get(order[index] ?? "") as Element, byId, order);
  if (!list || order.length === 0) return rest;
  const kept = order.map((id) => byId.get(id) as Element);
  const section: Element = {
    ...notes,
    children: notes.children.map((child) => (child === list ? { ...list, children: kept } : child)),
  };
  rename({ type: "root", children: [...rest.body.children, section] }, order);
  return { ...rest, notes: section };
}

function collect(tree: Root | Element, known: ReadonlyMap<string, Element>, order: string[]): void {
  visit(tree, "element", (node: Element) => {
    if (node.properties["role"] !== "doc-noteref") return;
    const id = targetOf(node);
    if (known.has(id) && !order.includes(id)) order.push(id);
  });
}

function rename(tree: Root, order: readonly string[]): void {
  const numbers = new Map(order.map((id, index) => [id, index + 1]));
  const uses = new Map<string, number>();
  const references = new Map<string, string>();
  visit(tree, "element", (node: Element) => {
    const number = node.properties["role"] === "doc-noteref" ? numbers.get(targetOf(node)) : undefined;
    if (number === undefined) return;
    const target = targetOf(node);
    const use = (uses.get(target) ?? 0) + 1;
    uses.set(target, use);
    const id = withNumber(target, number).replace(/note-(\d+)$/, use === 1 ? "noteref-$1" : `noteref-$1-${use}`);
    references.set(String(node.properties.id), id);
    const ariaLabel = String(node.properties["ariaLabel"]).replace(/\d+$/, String(number));
    node.properties = { ...node.properties, id, href: `#${withNumber(target, number)}`, ariaLabel };
    node.children = [{ type: "text", value: String(number) }];
  });
  visit(tree, "element", (node: Element, index, parent) => {
    const { id } = node.properties;
    const number = node.tagName === "li" ? numbers.get(String(id)) : undefined;
    if (number !== undefined) node.properties = { ...node.properties, id: withNumber(String(id), number) };
    if (node.properties["role"] !== "doc-backlink" || !parent || index === undefined) return undefined;
    const reference = references.get(targetOf(node));
    if (reference === undefined) {
      parent.children.splice(index, 1);
      return index;
    }
    leadBack(node, reference);
    return undefined;
  });
}

function leadBack(node: Element, reference: string): void {
  const [, number = "", use] = /noteref-(\d+)(?:-(\d+))?$/.exec(reference) ?? [];
  const label = String(node.properties["ariaLabel"]).replace(/\d+(?:, \d+)?$/, use ? `${number}, ${use}` : number);
  node.properties = { ...node.properties, href: `#${reference}`, ariaLabel: label };
  node.children = [{ type: "text", value: use ?? "↑" }];
}

/** `chapter.note-3` with another number; an id of the author's own that ends otherwise is not renamed. */
function withNumber(id: string, number: number): string {
  return id.replace(/\d+$/, String(number));
}

function targetOf({ properties: { href } }: Element): string {
  return String(href).slice(1);
}

function isElement(node: ElementContent, name: string): boolean {
  return node.type === "element" && node.tagName === name;
}
