import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { SKIP, visit } from "../../model/visit.ts";
import { elementsIn } from "../../model/hast.ts";

/** Notes by label, in the order of their references. */
export type FoundNotes = Map<string, Element>;

/**
 * Finds the footnotes of a page: a link in `sup`, one marked as a reference, or a short one with a back-link, to a list
 * item or block with that id. Replaces references by `footnote-reference` elements; removes the notes from the page,
 * without their back-links.
 */
export function takeFootnotes(root: Root): FoundNotes {
  const byId = noteBlocks(root);
  const notes: FoundNotes = new Map();
  const labels = new Map<string, string>();
  const references = new Set<string>();
  visit(root, "element", (node, index, parent) => {
    // Links inside a note are back-links.
    if ([...notes.values()].includes(node)) return SKIP;
    const link = referenceLink(node, byId);
    const id = link && targetOf(link);
    const target = id === undefined ? undefined : byId.get(id);
    if (id === undefined || !target || !parent || index === undefined) return undefined;
    const label = labels.get(id) ?? String(labels.size + 1);
    labels.set(id, label);
    notes.set(label, target);
    for (const own of [...idsOf(node), ...(link ? idsOf(link) : [])]) references.add(own);
    parent.children[index] = { type: "element", tagName: "footnote-reference", properties: { label }, children: [] };
    return SKIP;
  });
  const taken = new Set(notes.values());
  if (taken.size > 0) removeNotes(root, taken);
  for (const target of taken) removeBackLinks(target, references);
  return notes;
}

function referenceLink(node: Element, notes: ReadonlyMap<string, Element>): Element | undefined {
  if (node.tagName === "sup") {
    const inner = elementsIn(node);
    return inner.length === 1 && inner[0]?.tagName === "a" ? inner[0] : undefined;
  }
  if (node.tagName !== "a") return undefined;
  const { role, className } = node.properties;
  const isReference = String(role) === "doc-noteref" || String(className).includes("footnote-ref");
  return isReference || isLedBackTo(node, notes) ? node : undefined;
}

/** Reports whether a short link leads to a note with a back-link to it, as word processors write them. */
function isLedBackTo(link: Element, notes: ReadonlyMap<string, Element>): boolean {
  const target = notes.get(targetOf(link) ?? "");
  if (!target || !/^[[(]?(?:\d{1,3}|[a-z*†‡§]{1,3})[\])]?$/i.test(toString(link).trim())) return false;
  const own = idsOf(link);
  let isLed = false;
  visit(target, "element", (node) => {
    if (node !== link && node.tagName === "a" && own.has(targetOf(node) ?? "")) isLed = true;
  });
  return isLed;
}

/** Returns the ids of an element and of the anchors in it. */
function idsOf(node: Element): Set<string> {
  const ids = new Set<string>();
  visit(node, "element", ({ properties: { id, name } }) => {
    for (const key of [id, name]) if (typeof key === "string") ids.add(key);
  });
  return ids;
}

function targetOf(link: Element): string | undefined {
  const { href } = link.properties;
  return typeof href === "string" && href.startsWith("#") ? href.slice(1) : undefined;
}

/** Removes the notes, then the lists and sections that become empty, and the headings that stood above nothing else. */
function removeNotes(root: Root, taken: ReadonlySet<Element>): void {
  const prune = (children: readonly ElementContent[]): ElementContent[] => {
    const kept: ElementContent[] = [];
    for (const [index, child] of children.entries()) {
      if (child.type === "element" && taken.has(child)) continue;
      if (child.type !== "element" || !isEmptied(child)) kept.push(child);
      else if (isLastOfSection(children.slice(index + 1))) dropHeading(kept);
    }
    return kept;
  };
  const isEmptied = (element: Element): boolean => {
    const remaining = prune(element.children);
    const lostSome = remaining.length < element.children.length;
    element.children = remaining;
    return lostSome && remaining.every((node) => isBlank(node) || (node.type === "element" && node.tagName === "hr"));
  };
  root.children = prune(root.children as ElementContent[]);
}

function isBlank(node: ElementContent): boolean {
  return node.type !== "element" && (node.type !== "text" || node.value.trim() === "");
}

function isHeading(node: ElementContent | undefined): boolean {
  return node?.type === "element" && /^h[2-6]$/.test(node.tagName);
}

function isLastOfSection(following: readonly ElementContent[]): boolean {
  const next = following.find((node) => !isBlank(node));
  return next === undefined || isHeading(next);
}

function dropHeading(kept: ElementContent[]): void {
  const last = kept.findLastIndex((node) => !isBlank(node));
  if (isHeading(kept[last])) kept.splice(last);
}

function removeBackLinks(note: Element, references: ReadonlySet<string>): void {
  visit(note, "element", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const { role, className } = node.properties;
    const isMarked = /back-?link|backref/.test(String(role) + String(className));
    const isSign = /^(?:[↑↩⏎^\s]|\uFE0E)+$/u.test(toString(node)) && targetOf(node) !== undefined;
    if (!isMarked && !(node.tagName === "a" && (isSign || references.has(targetOf(node) ?? "")))) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

const blocks = new Set(["li", "p", "div", "aside", "dd"]);

/** Ids that LibreOffice and Word give to the block of a note. */
const noteId = /^(?:sdfootnote|sdendnote|ftn|edn)\d+$/;

/** Returns blocks by their ids, and by those of anchors in them, as word processors write notes. */
function noteBlocks(root: Root): Map<string, Element> {
  const byId = new Map<string, Element>();
  const read = (children: readonly ElementContent[], around: Element | undefined): void => {
    for (const child of children) {
      if (child.type !== "element") continue;
      const isNote = noteId.test(String(around?.properties["id"] ?? ""));
      const block = blocks.has(child.tagName) && !isNote ? child : around;
      const name = child.tagName === "a" ? child.properties["name"] : undefined;
      for (const id of [child.properties["id"], name]) if (typeof id === "string" && block) byId.set(id, block);
      read(child.children, block);
    }
  };
  read(root.children as ElementContent[], undefined);
  return byId;
}
