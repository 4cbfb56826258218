import { slug as slugOf } from "github-slugger";
import type { Nodes, Root } from "hast";
import { visit } from "unist-util-visit";
import { footnoteOfReference, isFootnote } from "../model/footnote.ts";
import { isUsableId, reportUnusableId } from "../directives/carried-attributes.ts";
import { freeName } from "../model/free-name.ts";
import type { Report } from "../diagnostics/report.ts";

/** Ids that templates give to parts of a document. */
export const reservedIds: readonly string[] = ["content", "contents", "notes", "part"];

/** Before the ids that remark-rehype gives to notes, until the notes transform replaces them; no author's id has it. */
export const noteIdPrefix = "offprint note ";

/**
 * Give every heading an id made from its text, unique in the article.
 *
 * Ids are part of the published address of a section: they must not change when another heading does, so an id that
 * the author gave comes first, and a clash is numbered in reading order and reported.
 */
export function assignIds(tree: Root, report: Report): void {
  const taken = claimGivenIds(tree, report);
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
}

/** All words of a heading, as GitHub takes them for its address, but no numbers of notes. */
function nameOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" || "dataFootnoteRef" in node.properties) return "";
  return node.tagName === "img" ? String(node.properties["alt"] ?? "") : node.children.map(nameOf).join("");
}

function claimGivenIds(tree: Root, report: Report): Set<string> {
  const taken = new Set<string>();
  visit(tree, "element", (node, _, parent) => {
    const { id } = node.properties;
    const inNotes = parent?.type === "element" && "dataFootnotes" in parent.properties;
    const isLabel = inNotes && id === "footnote-label";
    if (id === undefined || id === null || isLabel || String(id).startsWith(noteIdPrefix)) return;
    const name = String(id);
    if (isUsableId(name) && !taken.has(name) && !isReserved(name)) {
      taken.add(name);
      return;
    }
    delete node.properties.id;
    if (!isUsableId(name)) {
      reportUnusableId(name, node, report);
      return;
    }
    const message = isReserved(name) ? `The id "${name}" is Offprint's own.` : `The id "${name}" is taken already.`;
    report("idUnique", node, message, "Give each thing an id of its own.");
  });
  return taken;
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
