import GithubSlugger, { slug as slugOf } from "github-slugger";
import type { Element, Root } from "hast";
import { visit } from "../model/visit.ts";
import { footnoteOfReference, isFootnote } from "../model/footnote.ts";
import { isUsableId } from "../directives/carried-attributes.ts";
import { freeName } from "../model/free-name.ts";
import { setData } from "./hast.ts";
import { isOwnId, ownId } from "../model/own-ids.ts";
import { takeId } from "./free-id.ts";
import { headingAliases, nameOf } from "./heading-aliases.ts";
import type { Report } from "../diagnostics/report.ts";

/** Prefix of the note ids from remark-rehype until the notes transform replaces them; authors' ids cannot have it. */
export const noteIdPrefix = "offprint note ";

/**
 * Gives every heading an id made from its text, unique in the article. Returns alternative names of ids: authors' ids
 * that are not valid in every format or are reserved, and ids that other tools would generate.
 *
 * Ids are part of a section's published address and must not change with other headings. So the author's ids take
 * precedence, and clashes are numbered in reading order and reported.
 */
export function assignIds(tree: Root, report: Report): ReadonlyMap<string, string> {
  const { taken, renamed } = claimGivenIds(tree, report);
  const github = new GithubSlugger();
  visit(tree, "element", (node) => {
    if (!/^h[2-6]$/.test(node.tagName)) return;
    const webId = github.slug(nameOf(node));
    if (node.properties.id !== undefined) return;
    const wanted = toId(nameOf(node));
    node.properties.id = free(wanted, taken);
    if (node.properties.id !== wanted) {
      report(
        "headingIdStable",
        node,
        `The address #${wanted} is taken, so this heading has the address #${node.properties.id}.`,
        "Give it its own id: {#some-id}.",
      );
    }
    taken.add(node.properties.id);
    if (!isUsableId(webId) && !taken.has(webId)) setData(node, { webId });
  });
  const own = nameOwn(tree, taken);
  return new Map([...headingAliases(tree), ...renamed, ...own]);
}

/** Takes ids out of Offprint's namespace, under the same names unless the author has used these. */
function nameOwn(tree: Root, taken: Set<string>): Map<string, string> {
  const renamed = new Map<string, string>();
  visit(tree, "element", ({ properties }) => {
    const { id } = properties;
    if (typeof id !== "string" || !isOwnId(id)) return;
    properties.id = takeId(toId(id.slice(ownId("").length)), taken);
    renamed.set(id, properties.id);
  });
  return renamed;
}

declare module "hast" {
  interface ElementData {
    /** GitHub's id of a heading where it is no XML name, such as `2024-in-figures`; web pages may have it. */
    webId?: string;
  }
}

interface GivenIds {
  readonly taken: Set<string>;
  /** New ids by the author's ids. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Assigns the author's ids: the first element with an id keeps it. An invalid or reserved id is replaced by a similar
 * one.
 */
function claimGivenIds(tree: Root, report: Report): GivenIds {
  const taken = new Set<string>();
  const renamed = new Map<string, string>();
  const others: Element[] = [];
  visit(tree, "element", (node, _, parent) => {
    const { id } = node.properties;
    const inNotes = parent?.type === "element" && "dataFootnotes" in parent.properties;
    const isLabel = inNotes && id === "footnote-label";
    if (id === undefined || id === null || isLabel || String(id).startsWith(noteIdPrefix) || isOwnId(String(id)))
      return;
    const name = String(id);
    if (taken.has(name)) {
      delete node.properties.id;
      report("idUnique", node, `The id "${name}" is already in use.`, "Give each element its own id.");
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

/**
 * Converts text to an XML name without colons, which is valid in every format
 * (https://www.w3.org/TR/xml-names/#NT-NCName).
 */
export function toId(text: string): string {
  const slug = slugOf(text)
    .replaceAll(/[^\p{L}\p{N}\p{M}_-]/gu, "")
    .replace(/-+$/, "");
  if (slug === "") return "section";
  return /^[\p{L}_]/u.test(slug) ? slug : `section-${slug}`;
}

function isReserved(id: string): boolean {
  return isFootnote(id) || footnoteOfReference(id) !== undefined;
}

/** Returns a free id, numbered as on GitHub so that links from there work here: `usage`, `usage-1`, `usage-2`. */
function free(wanted: string, taken: ReadonlySet<string>): string {
  return freeName(taken, 0, (number) => (number === 0 ? wanted : `${wanted}-${number}`));
}
