import type { Element, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { visit } from "unist-util-visit";
import { messagesFor } from "../../src/i18n/messages.ts";
import { writeFootnotes } from "../../src/transform/edition/footnotes.ts";
import { htmlSchema } from "../../src/transform/html-schema.ts";
import { draftText } from "./draft.ts";

// HTML compared as CommonMark's own test runner does it: as trees, without the white space that nobody sees.

/**
 * What our pipeline makes of a Markdown text, without the ids that it gives to headings. Comments and empty paragraphs,
 * which it takes out, are taken out of the reference too.
 */
export function ourHtml(markdown: string): string {
  const draft = draftText(markdown);
  const chapter: Parameters<typeof writeFootnotes>[0] = {
    body: draft?.body ?? { type: "root", children: [] },
    footnotes: draft?.footnotes ?? { type: "root", children: [] },
    prefix: "",
    words: messagesFor("en"),
  };
  writeFootnotes(chapter);
  const { body, notes } = chapter;
  return normalise({ type: "root", children: [...body.children, ...(notes ? [notes] : [])] });
}

/** What a reference gives, with what our pipeline always does: the first level of headings belongs to the title. */
export function referenceHtml(html: string): string {
  return normalise(parse(html));
}

/** The same after the sanitiser that every article goes through. */
export function sanitisedReferenceHtml(html: string): string {
  return normalise(sanitize(parse(html), htmlSchema) as Root);
}

function parse(html: string): Root {
  const tree = fromHtml(html.trim(), { fragment: true });
  let hasTitle = false;
  visit(tree, "element", (node) => void (hasTitle ||= node.tagName === "h1"));
  visit(tree, "element", (node) => {
    if (hasTitle && /^h[1-5]$/.test(node.tagName)) node.tagName = `h${Number(node.tagName.slice(1)) + 1}`;
  });
  return tree;
}

const blocks = new Set(
  `root section address article aside blockquote details div dl dd dt figure footer header li nav ol table tbody tfoot
  thead tr ul p h1 h2 h3 h4 h5 h6 hr pre td th br`.split(/\s+/),
);

function normalise(tree: Root): string {
  const copy = structuredClone(tree);
  visit(copy, "comment", (_, index, parent) => {
    parent?.children.splice(index ?? 0, 1);
    return index;
  });
  visit(copy, { type: "element", tagName: "p" }, (node, index, parent) => {
    if (node.children.length > 0) return undefined;
    parent?.children.splice(index ?? 0, 1);
    return index;
  });
  visit(copy, "element", (node) => {
    if (/^h[1-6]$/.test(node.tagName)) delete node.properties.id;
  });
  collapse(copy, false);
  return toHtml(copy);
}

function collapse(parent: Root | Element, result: boolean): void {
  const verbatim = result || nameOf(parent) === "pre";
  joinTexts(parent);
  if (!verbatim) trimTexts(parent);
  for (const child of parent.children) if (child.type === "element") collapse(child, verbatim);
}

function joinTexts(parent: Root | Element): void {
  const joined: RootContent[] = [];
  for (const child of parent.children) {
    const last = joined.at(-1);
    if (child.type === "text" && last?.type === "text") last.value += child.value;
    else joined.push(child);
  }
  parent.children = joined as Element["children"];
}

function trimTexts(parent: Root | Element): void {
  const children = parent.children;
  for (const [index, child] of children.entries()) {
    if (child.type !== "text") continue;
    child.value = child.value.replaceAll(/[ \t\n]+/g, " ");
    if (blocks.has(nameOf(children[index - 1] ?? parent))) child.value = child.value.trimStart();
    if (blocks.has(nameOf(children[index + 1] ?? parent))) child.value = child.value.trimEnd();
  }
  parent.children = children.filter((child) => child.type !== "text" || child.value !== "") as Element["children"];
}

function nameOf(node: Root | RootContent): string {
  return node.type === "element" ? node.tagName : node.type;
}
