import type { Element, Root } from "hast";
import { h } from "hastscript";
import { visit } from "../model/visit.ts";
import type { Messages } from "../i18n/messages.ts";
import { elementsIn, hasClass } from "../model/hast.ts";
import type { IllustrationKind } from "../model/metadata.ts";
import type { ContentsEntry } from "../model/publication.ts";
import { captionTitle } from "./caption-title.ts";
import { entryList } from "./contents-list.ts";

/**
 * Returns the requested lists of figures and tables, to follow the contents list: each with a title; empty ones are
 * omitted. Gives ids to what has none.
 */
export function illustrationLists(
  tree: Root,
  kinds: readonly IllustrationKind[] | undefined,
  words: Messages,
  pages?: ReadonlyMap<string, number>,
): Element[] {
  return (kinds ?? []).flatMap((kind) => {
    const entries = illustrationsIn(tree, kind);
    const title = h("p", { className: ["list-title"] }, words[kind]);
    return entries.length === 0 ? [] : [title, entryList(entries, pages)];
  });
}

/** Gives ids to what such lists link to. */
export function nameIllustrations(tree: Root, kinds: readonly IllustrationKind[] | undefined): void {
  for (const kind of kinds ?? []) illustrationsIn(tree, kind);
}

/** Parts of a figure are not listed. */
function illustrationsIn(tree: Root, kind: IllustrationKind): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  visit(tree, "element", (node) => {
    const caption = elementsIn(node).find((child) => isCaption(child));
    if (!caption || node.data?.isPart || kindOf(node) !== kind) return;
    node.properties.id ??= `offprint.${kind}-${entries.length + 1}`;
    entries.push({ id: String(node.properties.id), title: plain(caption), depth: 2, children: [] });
  });
  return entries;
}

function isCaption(node: Element): boolean {
  const isHolder = ["figcaption", "caption"].includes(node.tagName) || hasClass(node, "records-caption");
  return isHolder && elementsIn(node).some((child) => hasClass(child, "caption-label"));
}

/** A former table may be a list by now. */
function kindOf(node: Element): IllustrationKind {
  return (node.data?.numbered ?? node.tagName) === "figure" ? "figures" : "tables";
}

/** Removes the source of a chart's data. */
function plain(caption: Element): string {
  const copy = structuredClone(caption);
  copy.children = copy.children.filter((child) => !hasClass(child, "chart-source"));
  return captionTitle(copy);
}
