import type { Parents, Root, RootContent } from "hast";
import { toString } from "hast-util-to-string";
import { isElement } from "../model/hast.ts";
import { visit } from "../model/visit.ts";
import type { Report } from "../diagnostics/report.ts";
import { replaceSections } from "./raw-sections.ts";

const names = "iframe|noembed|noframes|noscript|plaintext|script|style|textarea|title|xmp";
const tag = new RegExp(String.raw`<(\/?)(${names})(?=[\s/>])[^<>]*>`, "gi");

const opensOne = new RegExp(String.raw`^<(?!textarea)(${names})(?=[\s/>])[^<>]*>$`, "i");
const closesOne = new RegExp(String.raw`^</(${names})\s*>$`, "i");

/**
 * Attributes by which Offprint recognises its references, citations, formulas and terms; they are removed from authors'
 * HTML.
 */
const own = /(?<=[\s"'/])data-(?=(?:citation|formula|reference|term)\b)/gi;

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * Removes raw HTML elements that would turn everything up to their end, which may be missing, into plain text. GFM
 * escapes their tags (https://github.github.com/gfm/#disallowed-raw-html-extension-); here, closed elements are removed
 * with their content, others without.
 */
export function filterRaw(tree: Root, report: Report): void {
  visit(tree, (node) => {
    if ("children" in node) joinPairs(node);
  });
  visit(tree, "raw", (node, _, parent) => {
    replaceSections(node, parent?.type === "root", report);
    node.value = node.value.replaceAll(/<[^<>]*>/g, (markup) => markup.replaceAll(own, "data-not-"));
    const removed = findRemoved(node.value);
    if (removed.length === 0) return;
    for (const { name, whole } of removed.filter((element) => !element.closes && element.name !== "textarea")) {
      const message = `The HTML element <${name}> is left out${whole ? ", with its content" : ""}.`;
      report("htmlSupported", node, message, "Use Markdown, or an element that every edition supports.");
    }
    const ends = [0, ...removed.map(({ end }) => end)];
    const starts = [...removed.map(({ start }) => start), node.value.length];
    const { value } = node;
    const instead = removed.map(({ name, closes, start, end }) =>
      name === "textarea" && !closes ? textField(value.slice(start, end)) : "",
    );
    node.value = ends.map((end, index) => value.slice(end, starts[index]) + (instead[index] ?? "")).join("");
  });
}

/** In a line the tags and what stands between them are nodes of their own, and are made one as in a block. */
function joinPairs(parent: Parents): void {
  const children = parent.children as RootContent[];
  const closed = children.map((child) =>
    child.type === "raw" ? closesOne.exec(child.value)?.[1]?.toLowerCase() : undefined,
  );
  const lastEnd = new Map(closed.map((name, index) => [name, index]));
  const remaining: RootContent[] = [];
  for (let index = 0; index < children.length; index += 1) {
    const node = children[index];
    if (!node) continue;
    remaining.push(node);
    const name = node.type === "raw" ? opensOne.exec(node.value)?.[1]?.toLowerCase() : undefined;
    if (node.type !== "raw" || name === undefined || (lastEnd.get(name) ?? -1) <= index) continue;
    const end = closed.indexOf(name, index + 1);
    const joined = children.slice(index + 1, end + 1);
    node.value += joined
      .map((inner) => (inner.type === "raw" ? inner.value : isElement(inner, "br") ? "\n" : toString(inner)))
      .join("");
    index = end;
  }
  parent.children = remaining;
}

/**
 * Replaces a text area by an `input`, which cannot have content; if its end is known, the content becomes the value.
 */
function textField(html: string): string {
  const [, attributes = "", text = ""] = /^<textarea([^<>]*)>(?:(.*)<\/textarea[^<>]*>)?$/is.exec(html) ?? [];
  const value = text.trim().replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  return `<input type="textarea" value="${value}"${attributes}>`;
}

interface Removed extends Tag {
  /** Whether to remove everything from the start tag to the end tag. */
  readonly whole: boolean;
}

function findRemoved(html: string): Removed[] {
  const tags = Array.from(html.matchAll(tag), ({ 0: text, 1: slash, 2: name = "", index }): Tag => ({
    name: name.toLowerCase(),
    closes: slash === "/",
    start: index,
    end: index + text.length,
  }));
  const lastEnd = new Map(tags.filter(({ closes }) => closes).map(({ name, start }) => [name, start]));
  const removed: Removed[] = [];
  let behind = 0;
  for (const [index, { name, closes, start, end }] of tags.entries()) {
    if (start < behind) continue;
    const hasEnd = !closes && (lastEnd.get(name) ?? -1) > start;
    const partner = hasEnd ? closingTag(tags, index) : undefined;
    behind = partner?.end ?? end;
    removed.push({ name, closes, whole: partner !== undefined, start, end: behind });
  }
  return removed;
}

function closingTag(tags: readonly Tag[], opening: number): Tag | undefined {
  for (let index = opening + 1; index < tags.length; index += 1) {
    if (tags[index]?.closes && tags[index]?.name === tags[opening]?.name) return tags[index];
  }
  return undefined;
}
