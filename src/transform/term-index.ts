import type { Element, ElementData } from "hast";
import { h } from "hastscript";
import { visit } from "../model/visit.ts";
import type { BackMatter } from "../model/publication.ts";
import { textOf } from "../model/text-of.ts";
import { type EditionChapter, type EditionPublication, idsOf, treeOf } from "./edition/edition-chapter.ts";
import { takeId } from "./free-id.ts";

declare module "hast" {
  interface ElementData {
    /** Index entry of a place in the text. */
    indexTerm?: IndexTerm;
  }
}

export interface IndexTerm {
  readonly term: string;
  /** A subentry. */
  readonly sub?: string;
  /** Another term to refer to. */
  readonly see?: string;
}

/** A place that an index entry links to. */
interface Locator {
  readonly id: string;
  /** Title of the section that contains it. */
  readonly section: string;
}

interface Entry {
  readonly text: string;
  readonly locators: Locator[];
  readonly see: Set<string>;
  readonly subs: Map<string, Entry>;
}

/** Settings of the index besides the text. */
interface IndexSetting {
  /** Id of its heading, unique in the publication. */
  readonly id: string;
  readonly title: string;
  /** The words around (`#`) another term. */
  readonly see: string;
  /** BCP 47; decides the sort order. */
  readonly language: string;
}

/** Role of DPUB-ARIA 1.1. */
const indexRole = "doc-index";

/** Appends an index of terms to a publication in which terms are marked. */
export function appendIndex({ chapters, words, whole, backMatter }: EditionPublication): void {
  const { termIndex: title, see } = words;
  const { language } = whole.metadata;
  const index = indexOfTerms(chapters, { id: takeId("index", idsOf(chapters)), title, see, language });
  if (index) backMatter.push(index);
}

/**
 * Returns the index of the terms marked in some chapters, or undefined: a list of terms in the sort order of the
 * language, each with links to its places, named after their sections.
 */
function indexOfTerms(chapters: readonly EditionChapter[], setting: IndexSetting): BackMatter | undefined {
  const entries = new Map<string, Entry>();
  for (const { indexTerm, locator } of chapters.flatMap(marksIn)) {
    const entry = entryFor(entries, indexTerm.term);
    if (indexTerm.see !== undefined) entry.see.add(indexTerm.see);
    else (indexTerm.sub === undefined ? entry : entryFor(entry.subs, indexTerm.sub)).locators.push(locator);
  }
  if (entries.size === 0) return undefined;
  const { id, title } = setting;
  const list = { ...listOf(entries, setting), properties: { className: ["term-list"] } };
  const properties = { className: ["term-index"], role: indexRole, ariaLabelledBy: [id] };
  const section = h("section", properties, [h("h2", { id }, [title]), list]);
  return { id, title, section };
}

function entryFor(entries: Map<string, Entry>, text: string): Entry {
  const entry = entries.get(text) ?? { text, locators: [], see: new Set(), subs: new Map() };
  entries.set(text, entry);
  return entry;
}

function marksIn(chapter: EditionChapter): { readonly indexTerm: IndexTerm; readonly locator: Locator }[] {
  const found: { indexTerm: IndexTerm; locator: Locator }[] = [];
  let section = chapter.title;
  visit(treeOf(chapter), "element", (node) => {
    if (/^h[2-6]$/.test(node.tagName)) section = textOf(node).trim();
    const indexTerm = node.data?.indexTerm;
    if (indexTerm) found.push({ indexTerm, locator: { id: String(node.properties.id), section } });
  });
  return found;
}

function listOf(entries: ReadonlyMap<string, Entry>, setting: IndexSetting): Element {
  const { compare } = new Intl.Collator(setting.language, { numeric: true, ignorePunctuation: true });
  const sorted = [...entries.values()].toSorted((a, b) => compare(a.text, b.text));
  return h(
    "ul",
    {},
    sorted.map((entry) => itemOf(entry, setting)),
  );
}

function itemOf({ text, locators, see, subs }: Entry, setting: IndexSetting): Element {
  const links = locators.map(({ id, section }) => h("a", { href: `#${id}` }, [section]));
  const [before = "", after = ""] = setting.see.split("#");
  return h("li", {}, [
    h("span", { className: ["index-term"] }, [text]),
    ...(links.length > 0 ? [" ", h("span", { className: ["locators"] }, links)] : []),
    ...[...see].flatMap((other) => [" ", ...emphasis(before), other, ...emphasis(after)]),
    ...(subs.size > 0 ? [listOf(subs, setting)] : []),
  ]);
}

function emphasis(words: string): (Element | string)[] {
  return words === "" ? [] : [h("em", {}, [words])];
}

/** Marks a place in the text for the index. */
export function markTerm(node: Element, term: IndexTerm): void {
  (node.data ??= {} as ElementData).indexTerm = term;
}
