import type { Element, Root } from "hast";
import { h } from "hastscript";
import { visit } from "../model/visit.ts";
import type { Messages } from "../i18n/messages.ts";
import { elementsIn, hasClass } from "../model/hast.ts";
import type { IllustrationKind } from "../model/metadata.ts";
import type { ContentsEntry } from "../model/publication.ts";
import { textOf } from "../model/text-of.ts";
import { entryList } from "./contents-list.ts";

/**
 * The lists of figures and of tables that a text asks for, to stand below its contents list: each with a title, and nothing
 * for a kind that there is none of. What has no id is given one.
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

/** Give what such lists will lead to the ids that it needs. */
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

/** What was a table may be a list by now. */
function kindOf(node: Element): IllustrationKind {
  return (node.data?.numbered ?? node.tagName) === "figure" ? "figures" : "tables";
}

/** Without where a chart's data are from. */
function plain(caption: Element): string {
  const copy = structuredClone(caption);
  copy.children = copy.children.filter((child) => !hasClass(child, "chart-source"));
  return textOf(copy).replaceAll(/\s+/g, " ").trim();
}
