import type { Element, Root } from "hast";
import { SKIP, visit } from "../../../model/visit.ts";

/** A footnote and the first reference to it. */
export interface FoundFootnote {
  readonly id: string;
  readonly mark: string;
  /**
   * The id of the reference in the text. If only another footnote refers to this one, the id of the reference to that
   * one.
   */
  readonly reference: string;
}

/** Returns the footnote sections at chapter ends. */
export function footnoteSections(tree: Root): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (node) => {
    if (node.properties["role"] !== "doc-endnotes") return undefined;
    found.push(node);
    return SKIP;
  });
  return found;
}

/** Returns the list of footnotes in a section. */
export function footnoteList(section: Element): Element | undefined {
  return section.children.find((child): child is Element => child.type === "element" && child.tagName === "ol");
}

export function footnoteItems(section: Element): Element[] {
  return (footnoteList(section)?.children ?? []).filter((child): child is Element => child.type === "element");
}

export function isFootnoteReference(node: Element): boolean {
  return node.tagName === "a" && node.properties["role"] === "doc-noteref";
}

/** Returns a link's target without the `#`. */
export function targetOf({ properties: { href } }: Element): string {
  return String(href).slice(1);
}

/** Returns the footnotes of a document in the order of their first references. */
export function findFootnotes(tree: Root): FoundFootnote[] {
  const sections = footnoteSections(tree);
  const items = new Map(sections.flatMap(footnoteItems).map((item) => [String(item.properties.id), item]));
  const found = new Map<string, FoundFootnote>();
  const collect = (node: Element, from?: string): void => {
    const id = targetOf(node);
    const item = items.get(id);
    if (!item || found.has(id)) return;
    const reference = from ?? String(node.properties.id);
    found.set(id, { id, mark: item.data?.footnote?.mark ?? "", reference });
    // A footnote referred to by another footnote comes right after it.
    visit(item, "element", (inner) => void (isFootnoteReference(inner) && collect(inner, reference)));
  };
  visit(tree, "element", (node) => {
    if (sections.includes(node)) return SKIP;
    if (isFootnoteReference(node)) collect(node);
    return undefined;
  });
  return [...found.values()];
}
