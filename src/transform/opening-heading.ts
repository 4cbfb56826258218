import { fromHtml } from "hast-util-from-html";
import { toString as textOfHtml } from "hast-util-to-string";
import type { Element } from "hast";
import type { Heading, Html, PhrasingContent, Root, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { pageBreakMark } from "../directives/definitions/page-break.ts";
import { visit } from "../model/visit.ts";

/** The first heading of an article, and a function that removes it. */
export interface OpeningHeading {
  readonly heading: Heading;
  /** Whether only badges, images, links, page breaks and raw HTML precede it. */
  readonly isOpening: boolean;
  readonly takeOut: () => void;
}

/**
 * Finds the first heading: in Markdown, or in a block of raw HTML `<h1>`, or the only heading of that block. A heading of
 * the third level or below that has sisters is one of several sections, not the heading of all.
 */
export function findOpeningHeading(tree: Root): OpeningHeading | undefined {
  let isOpening = true;
  for (const [index, node] of tree.children.entries()) {
    if (node.type === "heading") {
      const isFirst = isOpening && !(node.depth > 2 && hasSisters(tree, node));
      return { heading: node, isOpening: isFirst, takeOut: () => takeOutHeading(tree, node) };
    }
    const raw = node.type === "html" && isOpening ? rawHeading(node) : undefined;
    if (raw) return { heading: raw.heading, isOpening, takeOut: () => takeOutRaw(tree, index, raw.written) };
    isOpening &&= isBadge(node);
  }
  return undefined;
}

function hasSisters(tree: Root, { depth }: Heading): boolean {
  return tree.children.filter((node) => node.type === "heading" && node.depth <= depth).length > 1;
}

const rawHeadings = /<h([1-6])\b[^>]*>[\s\S]*?<\/h\1\s*>/gi;

interface RawHeading {
  readonly heading: Heading;
  readonly written: string;
}

function rawHeading({ value, position }: Html): RawHeading | undefined {
  const found = Array.from(value.matchAll(rawHeadings));
  const [written, level] =
    found.find(([, depth]) => depth === "1") ?? (found.length === 1 ? found[0] : undefined) ?? [];
  const element = written === undefined ? undefined : fromHtml(written, { fragment: true }).children[0];
  if (written === undefined || element?.type !== "element") return undefined;
  const text = (textOfHtml(element).trim() || alternativeTexts(element)).replaceAll(/\s+/g, " ");
  if (text === "") return undefined;
  const { id } = element.properties;
  return {
    written,
    heading: {
      type: "heading",
      depth: Number(level) as Heading["depth"],
      children: [{ type: "text", value: text }],
      ...(typeof id === "string" && { data: { hProperties: { id } } }),
      ...(position && { position }),
    },
  };
}

/** Returns the alternative texts in an element, such as that of a logo. */
function alternativeTexts(element: Element): string {
  const texts: string[] = [];
  visit(element, "element", ({ tagName, properties }) => {
    if (tagName === "img" && typeof properties["alt"] === "string") texts.push(properties["alt"]);
  });
  return texts.join(" ").trim();
}

function takeOutRaw(tree: Root, index: number, written: string): void {
  const node = tree.children[index] as Html;
  node.value = node.value.replace(written, "");
  if (node.value.trim() === "") tree.children.splice(index, 1);
}

/** Removes the heading of the title, and page breaks before it: it begins the publication. */
function takeOutHeading(tree: Root, heading: Heading): void {
  const index = tree.children.indexOf(heading);
  tree.children = tree.children.filter((node, at) => at > index || (at < index && !isPageBreak(node)));
}

function isPageBreak(node: RootContent): boolean {
  const { className } = (node.data as { hProperties?: { className?: unknown } } | undefined)?.hProperties ?? {};
  return Array.isArray(className) && className.includes(pageBreakMark);
}

function isBadge(node: RootContent): boolean {
  const isUnseen =
    ["html", "definition", "footnoteDefinition", "thematicBreak"].includes(node.type) || isPageBreak(node);
  return isUnseen || (node.type === "paragraph" && node.children.every(isPictureOrLink));
}

function isPictureOrLink(node: PhrasingContent): boolean {
  if (node.type === "text") return !/[\p{L}\p{N}]/u.test(toString(node));
  if (node.type === "emphasis" || node.type === "strong") return node.children.every(isPictureOrLink);
  return ["image", "imageReference", "link", "linkReference", "html", "break", "attributes"].includes(node.type);
}
