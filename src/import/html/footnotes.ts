import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { elementsIn } from "../../model/hast.ts";

/** Notes by label, in the order of their references. */
export type FoundNotes = Map<string, Element>;

/**
 * Footnotes of a page: a link in `sup`, or one that calls itself a reference, to a list item or a block with that id.
 * The references become elements `footnote-reference`; the notes are taken out of the page, without their links back.
 */
export function takeFootnotes(root: Root): FoundNotes {
  const byId = new Map<string, Element>();
  visit(root, "element", (node) => {
    const { id } = node.properties;
    if (typeof id === "string" && ["li", "p", "div", "aside"].includes(node.tagName)) byId.set(id, node);
  });
  const notes: FoundNotes = new Map();
  const labels = new Map<string, string>();
  visit(root, "element", (node, index, parent) => {
    const link = referenceLink(node);
    const id = link && targetOf(link);
    const target = id === undefined ? undefined : byId.get(id);
    if (id === undefined || !target || !parent || index === undefined) return undefined;
    const label = labels.get(id) ?? String(labels.size + 1);
    labels.set(id, label);
    notes.set(label, target);
    parent.children[index] = { type: "element", tagName: "footnote-reference", properties: { label }, children: [] };
    return SKIP;
  });
  const taken = new Set(notes.values());
  if (taken.size > 0) removeNotes(root, taken);
  for (const target of taken) removeBackLinks(target);
  return notes;
}

function referenceLink(node: Element): Element | undefined {
  if (node.tagName === "sup") {
    const inner = elementsIn(node);
    return inner.length === 1 && inner[0]?.tagName === "a" ? inner[0] : undefined;
  }
  const { role, className } = node.properties;
  const isReference = String(role) === "doc-noteref" || String(className).includes("footnote-ref");
  return node.tagName === "a" && isReference ? node : undefined;
}

function targetOf(link: Element): string | undefined {
  const { href } = link.properties;
  return typeof href === "string" && href.startsWith("#") ? href.slice(1) : undefined;
}

/** The notes, and then the lists and sections that held nothing else. */
function removeNotes(root: Root, taken: ReadonlySet<Element>): void {
  const prune = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (child.type !== "element") return [child];
      if (taken.has(child)) return [];
      const kept = prune(child.children);
      const lostSome = kept.length < child.children.length;
      const isEmpty = kept.every((one) =>
        one.type === "text" ? one.value.trim() === "" : one.type === "element" && one.tagName === "hr",
      );
      if (lostSome && isEmpty) return [];
      child.children = kept;
      return [child];
    });
  root.children = prune(root.children as ElementContent[]);
}

function removeBackLinks(note: Element): void {
  visit(note, "element", (node, index, parent) => {
    if (node.tagName !== "a" || !parent || index === undefined) return undefined;
    const text = node.children.map((child) => (child.type === "text" ? child.value : "")).join("");
    const isBack =
      /^(?:[↑↩⏎^\s]|\uFE0E)+$/u.test(text) ||
      /back/.test(String(node.properties["role"]) + String(node.properties["className"]));
    if (!isBack || !String(node.properties["href"]).startsWith("#")) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}
