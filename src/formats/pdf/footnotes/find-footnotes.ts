import type { Element, Root } from "hast";
import { SKIP, visit } from "../../../model/visit.ts";

/** A note and the first reference to it. */
export interface FoundNote {
  readonly id: string;
  readonly mark: string;
  /** The id of the reference in the text; of a note that only another note refers to, the reference to that one. */
  readonly reference: string;
}

/** The sections of notes at the ends of chapters. */
export function noteSections(tree: Root): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (node) => {
    if (node.properties["role"] !== "doc-endnotes") return undefined;
    found.push(node);
    return SKIP;
  });
  return found;
}

/** The list of notes in a section. */
export function noteList(section: Element): Element | undefined {
  return section.children.find((child): child is Element => child.type === "element" && child.tagName === "ol");
}

export function noteItems(section: Element): Element[] {
  return (noteList(section)?.children ?? []).filter((child): child is Element => child.type === "element");
}

export function isNoteReference(node: Element): boolean {
  return node.tagName === "a" && node.properties["role"] === "doc-noteref";
}

/** Without the `#`. */
export function targetOf({ properties: { href } }: Element): string {
  return String(href).slice(1);
}

/** The notes of a document, in the order in which its text refers to them. */
export function findNotes(tree: Root): FoundNote[] {
  const sections = noteSections(tree);
  const items = new Map(sections.flatMap(noteItems).map((item) => [String(item.properties.id), item]));
  const found = new Map<string, FoundNote>();
  const collect = (node: Element, from?: string): void => {
    const id = targetOf(node);
    const item = items.get(id);
    if (!item || found.has(id)) return;
    const reference = from ?? String(node.properties.id);
    found.set(id, { id, mark: item.data?.footnote?.mark ?? "", reference });
    // A note that a note refers to comes right behind it.
    visit(item, "element", (inner) => void (isNoteReference(inner) && collect(inner, reference)));
  };
  visit(tree, "element", (node) => {
    if (sections.includes(node)) return SKIP;
    if (isNoteReference(node)) collect(node);
    return undefined;
  });
  return [...found.values()];
}
