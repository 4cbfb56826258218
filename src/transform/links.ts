import { dirname, resolve } from "node:path";
import type { Element, Root } from "hast";
import { visit } from "../model/visit.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import { decodeAddress, toValidAddress, whyInvalid } from "../model/address.ts";
import type { JoinedText } from "../model/source.ts";
import { ownId } from "../model/own-ids.ts";
import { findChapter, findChapterFromRoot } from "./find-chapter.ts";
import { toId } from "./ids.ts";
import type { Report } from "../diagnostics/report.ts";

/** A possible target of links inside the publication. */
export interface LinkDestination {
  /** Absolute path of the chapter's file. */
  readonly path: string;
  /** Path of the original of a translation. */
  readonly original?: string | undefined;
  /** The chapter's file with its includes. */
  readonly source: JoinedText;
  /** Prefix that makes the chapter's ids unique in the publication; empty for an article. */
  readonly prefix: string;
  /** Id of the start of the chapter. */
  readonly start: string;
  /** Other names of the start of the chapter: the ids that its title would have as a heading. */
  readonly startIds: readonly string[];
  readonly ids: ReadonlySet<string>;
  readonly title: string;
  /** Texts of its headings by id. */
  readonly headings: ReadonlyMap<string, string>;
  /** Alternative names of ids: the author's, and those that other tools generate from headings. */
  readonly aliases: ReadonlyMap<string, string>;
}

/**
 * Makes ids unique in the publication, and links inside it `#id`. Reports broken links; a link to a file that is not
 * published becomes plain text, because no reader could follow it.
 */
export function resolveLinks(
  tree: Root | Element,
  here: LinkDestination,
  all: readonly LinkDestination[],
  report: Report,
): void {
  visit(tree, "element", (node) => {
    if (node.properties.id !== undefined) node.properties.id = here.prefix + String(node.properties.id);
    prefixReferences(node, here);
    const { cite } = node.properties;
    if (typeof cite === "string") node.properties["cite"] = toValidAddress(cite);
    if (node.tagName !== "a") return;
    const { href } = node.properties;
    const target = typeof href === "string" ? findTarget(node, href, here, all, report) : undefined;
    // A link without text gets that of the target chapter or heading (MyST).
    if (typeof href === "string" && node.children.length === 0 && !("id" in node.properties))
      node.children = [{ type: "text", value: nameOfTarget(target, all) ?? href }];
    if (target !== undefined) node.properties["href"] = target;
    else unlink(node);
  });
}

function prefixReferences(node: Element, { prefix, aliases, ids }: LinkDestination): void {
  const idOf = (name: string): string => prefix + (ids.has(name) ? name : (aliases.get(name) ?? name));
  for (const name of ["ariaLabelledBy", "ariaDescribedBy", "headers"]) {
    const value = node.properties[name];
    if (Array.isArray(value)) node.properties[name] = value.map((id) => idOf(String(id)));
    else if (typeof value === "string") node.properties[name] = value.split(/\s+/).map(idOf).join(" ");
  }
}

function findTarget(
  node: Element,
  href: string,
  here: LinkDestination,
  all: readonly LinkDestination[],
  report: Report,
): string | undefined {
  // A document on disk has no scheme for a scheme-relative address to inherit.
  const absolute = href.startsWith("//") ? `https:${href}` : href;
  if (/^[a-z][a-z0-9+.-]*:/i.test(absolute)) {
    const valid = toValidAddress(absolute);
    if (valid === undefined) {
      const hint = "Write the address whole, as https://example.org/page. The text of the link is kept.";
      report("linkTargetExists", node, `"${href}" is not a web address: ${whyInvalid(absolute)}.`, hint);
    }
    return valid;
  }
  if (href === "") {
    report("linkTargetExists", node, "This link has no address.", "Write an address between the parentheses.");
    return undefined;
  }
  const [address = "", fragment] = href.split("#", 2);
  const path = resolve(
    dirname(here.source.locate(node.position).file.path),
    decodeAddress(address.replace(/\?.*$/s, "")),
  );
  const chapter =
    address === ""
      ? here
      : (findChapter(all, path, !address.includes("/")) ?? findChapterFromRoot(all, decodeAddress(address)));
  if (!chapter) {
    report(
      "linkPortable",
      node,
      `"${decodeAddress(href)}" is not part of this publication, so the link is left out and its text kept.`,
      "Link to a web address, or add the file as a chapter.",
    );
    return undefined;
  }
  const id = decodeAddress(fragment ?? "");
  if (id === "") return `#${chapter.start}`;
  const own = placeIn(chapter, id);
  if (own !== undefined) return own;
  // A text that was split into several files may link from one to another.
  const elsewhere =
    address === "" ? all.filter((candidate) => candidate !== here && placeIn(candidate, id) !== undefined) : [];
  const [other, another] = elsewhere;
  if (other && !another) return placeIn(other, id);
  const alike = placeByLetters(chapter, id);
  if (alike !== undefined) return alike;
  // "top" is the top of the document, unless an element has that id (https://html.spec.whatwg.org/#scroll-to-fragid).
  if (id.toLowerCase() === "top") return `#${chapter.start}`;
  const hint =
    didYouMean(id, [...chapter.ids, ...chapter.aliases.keys()]) ??
    `Give the target an id: {#${/[\s{}]/.test(id) ? toId(id) : id}}.`;
  report("linkTargetExists", node, `No element has the id "${id}"${chapter === here ? "" : ` in ${address}`}.`, hint);
  return undefined;
}

function nameOfTarget(target: string | undefined, all: readonly LinkDestination[]): string | undefined {
  for (const { start, title, prefix, headings } of all) {
    if (target === `#${start}`) return title;
    if (target?.startsWith(`#${prefix}`) === true) {
      const heading = headings.get(target.slice(1 + prefix.length));
      if (heading !== undefined) return heading;
    }
  }
  return undefined;
}

/** Resolves an id in a chapter: first the author's ids, then generated ones, then Offprint's own; ignores case. */
function placeIn({ ids, aliases, start, startIds, prefix }: LinkDestination, id: string): string | undefined {
  const plain = id.replace(/^user-content-/, "");
  for (const name of [id, plain, plain.toLowerCase()]) {
    const alias = aliases.get(name);
    if (ids.has(name)) return `#${prefix}${name}`;
    if (alias !== undefined) return `#${prefix}${alias}`;
    if (startIds.includes(name)) return `#${start}`;
    if (name === "content") return `#${start}`;
    if (ids.has(ownId(name))) return `#${prefix}${ownId(name)}`;
  }
  return undefined;
}

/** Resolves an id that another tool made (GitBook, Jupyter): the only one with these letters and digits. */
function placeByLetters({ aliases, ids, prefix }: LinkDestination, id: string): string | undefined {
  const wanted = lettersOf(id);
  if (wanted.length < 3) return undefined;
  const own = Array.from(ids, (name) => [name, name] as const);
  const found = new Set([...aliases, ...own].filter(([name]) => lettersOf(name) === wanted).map(([, place]) => place));
  const [only, other] = found;
  return only === undefined || other !== undefined ? undefined : `#${prefix}${only}`;
}

function lettersOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function unlink(node: Element): void {
  node.tagName = "span";
  delete node.properties["href"];
}
