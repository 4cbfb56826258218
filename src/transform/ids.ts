import { slug as slugOf } from "github-slugger";
import type { Element, Root } from "hast";
import { visit } from "../model/visit.ts";
import { footnoteOfReference, isFootnote } from "../model/footnote.ts";
import { isUsableId } from "../directives/carried-attributes.ts";
import { freeName } from "../model/free-name.ts";
import { headingAliases, nameOf } from "./heading-aliases.ts";
import type { Report } from "../diagnostics/report.ts";

/** Ids that templates give to parts of a document. */
export const reservedIds: readonly string[] = ["content", "contents", "notes", "part"];

/** Before the ids that remark-rehype gives to notes, until the notes transform replaces them; no author's id has it. */
export const noteIdPrefix = "offprint note ";

/**
 * Give every heading an id made from its text, unique in the article. What comes back are other names for ids: those that
 * an author gave and that not every format takes, or that are Offprint's own, and those that other tools would give.
 *
 * Ids are part of the published address of a section: they must not change when another heading does, so an id that
 * the author gave comes first, and a clash is numbered in reading order and reported.
 */
export function assignIds(tree: Root, report: Report): ReadonlyMap<string, string> {
  const { taken, renamed } = claimGivenIds(tree, report);
  visit(tree, "element", (node) => {
    if (!/^h[2-6]$/.test(node.tagName) || node.properties.id !== undefined) return;
    const wanted = toId(nameOf(node));
    node.properties.id = free(wanted, taken);
    if (node.properties.id !== wanted) {
      report(
        "headingIdStable",
        node,
        `The address #${wanted} is taken, so this heading has the address #${node.properties.id}.`,
        "Give it an id of its own: {#some-id}.",
      );
    }
    taken.add(node.properties.id);
  });
  return new Map([...headingAliases(tree), ...renamed]);
}

interface GivenIds {
  readonly taken: Set<string>;
  /** The ids of elements by those that their author gave them. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** The first with an id keeps it. One that not every format takes, or that is Offprint's own, becomes one like it. */
function claimGivenIds(tree: Root, report: Report): GivenIds {
  const taken = new Set<string>();
  const renamed = new Map<string, string>();
  const others: Element[] = [];
  visit(tree, "element", (node, _, parent) => {
    const { id } = node.properties;
    const inNotes = parent?.type === "element" && "dataFootnotes" in parent.properties;
    const isLabel = inNotes && id === "footnote-label";
    if (id === undefined || id === null || isLabel || String(id).startsWith(noteIdPrefix)) return;
    const name = String(id);
    if (taken.has(name)) {
      delete node.properties.id;
      report("idUnique", node, `The id "${name}" is taken already.`, "Give each thing an id of its own.");
      return;
    }
    taken.add(name);
    if (!isUsableId(name) || isReserved(name)) others.push(node);
  });
  for (const node of others) {
    const name = String(node.properties.id);
    const safe = name.replaceAll(/[^\p{L}\p{N}\p{M}._-]+/gu, "-");
    const id = free(/^h[1-6]$/.test(node.tagName) ? `section-${safe}` : `id-${safe}`, taken);
    node.properties.id = id;
    taken.delete(name);
    taken.add(id);
    renamed.set(name, id);
  }
  return { taken, renamed };
}

/** An XML name without colons, which every format takes (https://www.w3.org/TR/xml-names/#NT-NCName). */
export function toId(text: string): string {
  const slug = slugOf(text)
    .replaceAll(/[^\p{L}\p{N}\p{M}_-]/gu, "")
    .replace(/-+$/, "");
  if (slug === "") return "section";
  return /^[\p{L}_]/u.test(slug) && !isReserved(slug) ? slug : `section-${slug}`;
}

function isReserved(id: string): boolean {
  return reservedIds.includes(id) || isFootnote(id) || footnoteOfReference(id) !== undefined;
}

/** Numbered as GitHub does, so that a link that works there works here: `usage`, `usage-1`, `usage-2`. */
function free(wanted: string, taken: ReadonlySet<string>): string {
  return freeName(taken, 0, (number) => (number === 0 ? wanted : `${wanted}-${number}`));
}
