import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { type Messages, messagesFor } from "../i18n/messages.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Numbered } from "./figures.ts";
import { make, textOf } from "./hast.ts";
import type { LinkDestination } from "./links.ts";
import type { Report } from "./report.ts";

/** What can be referred to, by its kind and its id in the publication. */
export type Targets = ReadonlyMap<string, Target>;

interface Target {
  /** As the chapter that refers to it names it. */
  readonly name: (words: Messages) => string;
  readonly id: string;
}

const prefixes = { figure: "fig", table: "tbl", box: "box", equation: "eq" } as const;

/** A chapter, when its ids are unique in the publication and its figures have their numbers. */
interface ReferredChapter {
  readonly place: LinkDestination;
  readonly title: string;
  readonly body: Root;
}

/** Numbered things with their numbers, sections and chapters with their titles, the glossary if there is one. */
export function collectTargets(
  numbered: readonly Numbered[],
  chapters: readonly ReferredChapter[],
  glossaryId: string | undefined,
): Targets {
  const targets = new Map<string, Target>();
  if (glossaryId !== undefined) {
    targets.set(`sec:${glossaryId}`, { id: glossaryId, name: ({ glossary }) => glossary });
  }
  for (const { element, kind, number } of numbered) {
    const { id } = element.properties;
    if (id === undefined) continue;
    targets.set(`${prefixes[kind]}:${String(id)}`, { id: String(id), name: (words) => `${words[kind]} ${number}` });
  }
  for (const { place, title, body } of chapters) {
    const start = { id: place.start, name: () => title };
    for (const id of [place.start, ...place.startIds.map((name) => place.prefix + name)])
      targets.set(`sec:${id}`, start);
    visit(body, "element", (node) => {
      if (!/^h[2-6]$/.test(node.tagName)) return;
      const id = String(node.properties.id);
      targets.set(`sec:${id}`, { id, name: () => textOf(node).trim() });
    });
  }
  return targets;
}

/** A chapter that refers to things, and the language it does it in (BCP 47). */
interface Referring {
  readonly place: LinkDestination;
  readonly language: string;
}

/**
 * `[@fig:a; @tbl:b]` to "Figure 2 and Table 1", each a link, except inside another link. An id is looked for in the
 * chapter itself, then in the others.
 */
export function resolveCrossReferences(
  tree: Root | Element,
  { place, language }: Referring,
  targets: Targets,
  report: Report,
): void {
  const words = messagesFor(language);
  const list = new Intl.ListFormat(language, { type: "conjunction" });
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
        target ? show(target, words, inLink) : make("span", {}, (items[at] ?? "").replace(/^@any:/, "")),
      );
      const pieces = joined(list, shown);
      around.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  resolveIn(tree, false);
}

function show(target: Target, words: Messages, inLink: boolean): Element {
  const name = target.name(words).replace(/ (?=\d+$)/, "\u00A0");
  return inLink ? make("span", {}, name) : make("a", { href: `#${target.id}`, className: ["cross-reference"] }, name);
}

/** As the language joins a list: "a, b and c". */
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
): Target | undefined {
  const [, prefix, id] = itemForm.exec(item) ?? [];
  if (prefix === undefined || id === undefined) {
    const hint = "Write @fig:, @tbl:, @sec:, @box: or @eq: and an id; put citations between brackets of their own.";
    report("crossReferenceTarget", node, `"${item}" is no reference to a part of the text.`, hint);
    return undefined;
  }
  const kinds = prefix === "any" ? [...Object.values(prefixes), "sec"] : [prefix];
  for (const kind of kinds) {
    // "fig:a" of pandoc-crossref is the id "fig-a", because a colon cannot stand in one.
    for (const name of [id, `${kind}-${id}`]) {
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
  const message = `There is nothing for "${item.replace(/^@any:/, "")}" to refer to.`;
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

/** The same id of another kind; else the nearest of the kind; else how a target of the kind is made. */
function hintFor(prefix: string, id: string, here: LinkDestination, targets: Targets): string {
  const items = [...targets.keys()].map((key) => key.replace(`:${here.prefix}`, ":"));
  const near = nearest(id, idsOf(items, prefix));
  const meant = items.find((item) => item.endsWith(`:${id}`)) ?? (near && `${prefix}:${near}`);
  return meant === undefined ? (recipes[prefix] ?? "") : `Did you mean "@${meant}"?`;
}

function idsOf(items: readonly string[], prefix: string): string[] {
  return items.filter((item) => item.startsWith(`${prefix}:`)).map((item) => item.slice(prefix.length + 1));
}
