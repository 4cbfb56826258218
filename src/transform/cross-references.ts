import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { once } from "../model/once.ts";
import { SKIP, visit } from "../model/visit.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { setData, textOf } from "./hast.ts";
import { referenceNames } from "../i18n/reference-names.ts";
import type { LinkDestination } from "./links.ts";
import type { Report } from "../diagnostics/report.ts";
import type { Reference } from "./typed-nodes.ts";

/** Possible targets of references, by kind and id. */
export type Targets = ReadonlyMap<string, Reference>;

const prefixes = { figure: "fig", table: "tbl", box: "box", equation: "eq" } as const;

/** A chapter with ids that are unique in the publication. */
interface ReferredChapter {
  readonly place: LinkDestination;
  readonly title: string;
  readonly trees: readonly Root[];
}

/** Collects numbered elements, sections, chapters, and the glossary if there is one. */
export function collectTargets(chapters: readonly ReferredChapter[], glossaryId: string | undefined): Targets {
  const targets = new Map<string, Reference>();
  if (glossaryId !== undefined) targets.set(`sec:${glossaryId}`, { kind: "glossary", id: glossaryId, title: "" });
  for (const { place, title, trees } of chapters) {
    const start: Reference = { kind: "chapter", id: place.start, title };
    for (const id of [place.start, ...place.startIds.map((name) => place.prefix + name)])
      targets.set(`sec:${id}`, start);
    for (const tree of trees) visit(tree, "element", (node) => addTarget(node, targets));
  }
  return targets;
}

function addTarget(node: Element, targets: Map<string, Reference>): void {
  if (node.properties.id === undefined) return;
  const id = String(node.properties.id);
  const kind = node.data?.numbered;
  if (kind) targets.set(`${prefixes[kind]}:${id}`, { kind, id, title: "" });
  if (/^h[2-6]$/.test(node.tagName)) targets.set(`sec:${id}`, { kind: "section", id, title: textOf(node).trim() });
}

/** A chapter with references, and their language (BCP 47). */
interface Referring {
  readonly place: LinkDestination;
  readonly language: string;
}

/**
 * Replaces `[@fig:a; @tbl:b]` by references joined as the language requires, "Figure 2 and Table 1". Each is a link,
 * except inside a link, and gets its text when its target is numbered. Ids are searched for in the chapter first, then
 * in the others.
 */
export function resolveCrossReferences(
  tree: Root,
  { place, language }: Referring,
  targets: Targets,
  report: Report,
): void {
  const list = once(() => new Intl.ListFormat(language, { type: "conjunction" }));
  const resolveIn = (parent: Root | Element, inLink: boolean): void =>
    visit(parent, "element", (node, index, around) => {
      if (node.tagName === "a" && node !== parent) {
        resolveIn(node, true);
        return SKIP;
      }
      const { dataReference } = node.properties;
      if (dataReference === undefined || !around || index === undefined) return undefined;
      const items = String(dataReference)
        .split(";")
        .map((item) => item.trim());
      const found = items.map((item) => findTarget(item, place, targets, node, report));
      const shown = found.map((target, at) =>
        target ? referTo(target, inLink) : h("span", (items[at] ?? "").replace(/^@any:/, "")),
      );
      const pieces = joined(list(), shown);
      const [first] = found;
      if (first && String(dataReference).startsWith("@any:")) dropName(around.children[index - 1], first.kind);
      around.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  resolveIn(tree, false);
}

/** Drops "Figure" before a reference that includes the word. */
function dropName(before: Root["children"][number] | undefined, kind: Reference["kind"]): void {
  const name = referenceNames(kind);
  if (before?.type === "text" && name) before.value = before.value.replace(name, "");
}

function referTo(reference: Reference, inLink: boolean): Element {
  const element = inLink ? h("span", {}) : h("a", { href: `#${reference.id}`, className: ["cross-reference"] });
  setData(element, { reference });
  return element;
}

/** Joins a list as the language does: "a, b and c". */
function joined(list: Intl.ListFormat, items: readonly Element[]): ElementContent[] {
  const left = [...items];
  return list
    .formatToParts(items.map(({ tagName }) => tagName))
    .flatMap((part): ElementContent[] =>
      part.type === "literal" ? [{ type: "text", value: part.value }] : left.splice(0, 1),
    );
}

const itemForm = /^@(fig|tbl|sec|box|eq|any):([\p{L}_][\p{L}\p{N}\p{M}._-]*)$/u;

function findTarget(
  item: string,
  here: LinkDestination,
  targets: Targets,
  node: Element,
  report: Report,
): Reference | undefined {
  const [, prefix, id] = itemForm.exec(item) ?? [];
  if (prefix === undefined || id === undefined) {
    const hint = "Write @fig:, @tbl:, @sec:, @box: or @eq: and an id; put citations between brackets of their own.";
    report("crossReferenceTarget", node, `"${item}" is not a reference to a part of the text.`, hint);
    return undefined;
  }
  const kinds = prefix === "any" ? [...Object.values(prefixes), "sec"] : [prefix];
  for (const kind of kinds) {
    // "fig:a" of pandoc-crossref is the id "fig-a", because an id cannot contain a colon.
    for (const name of [id, `${kind}-${id}`, id.replace(new RegExp(`^${kind}-`), "")]) {
      const own = targets.get(`${kind}:${here.prefix}${name}`) ?? targets.get(`${kind}:${name}`);
      if (own) return own;
    }
  }
  const elsewhere = [...targets].filter(
    ([key]) => kinds.some((kind) => key.startsWith(`${kind}:`)) && key.endsWith(`.${id}`),
  );
  const [first, second] = elsewhere;
  if (first && !second) return first[1];
  if (first && second) {
    const hint = `Name the chapter: ${elsewhere.map(([key]) => `[@${key}]`).join(" or ")}.`;
    report("crossReferenceTarget", node, `Several chapters have a target for "${item}".`, hint);
    return undefined;
  }
  const message = `There is no target for "${item.replace(/^@any:/, "")}".`;
  report("crossReferenceTarget", node, message, hintFor(prefix, id, here, targets));
  return undefined;
}

const recipes: Readonly<Record<string, string>> = {
  any: "A target is a heading, a captioned figure or table, a box or a formula with an id: {#id}.",
  fig: 'A figure needs an id and a caption: ![Text](picture.png "Caption"){#id}.',
  tbl: "A table needs an id and a caption: :::table[Caption]{#id}.",
  sec: "A heading has the id that its address shows, or the one you give it: ## Heading {#id}.",
  eq: "A formula needs an id: $$x = y$${#id}.",
  box: "A box is a callout with an id: :::note[Title]{#id}.",
};

/** Suggests the same id of another kind, else the nearest id of the kind, else how to create a target. */
function hintFor(prefix: string, id: string, here: LinkDestination, targets: Targets): string {
  const items = [...targets.keys()].map((key) => key.replace(`:${here.prefix}`, ":"));
  // An id that is unique in the publication is suggested without its chapter.
  const near = nearest(id, [
    ...idsOf(items, prefix),
    ...idsOf(items, prefix).map((name) => name.replace(/^[^.]+\./, "")),
  ]);
  const meant = items.find((item) => item.endsWith(`:${id}`)) ?? (near && `${prefix}:${near}`);
  return meant === undefined ? (recipes[prefix] ?? "") : `Did you mean "@${meant}"?`;
}

function idsOf(items: readonly string[], prefix: string): string[] {
  return items.filter((item) => item.startsWith(`${prefix}:`)).map((item) => item.slice(prefix.length + 1));
}
