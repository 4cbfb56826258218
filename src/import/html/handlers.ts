import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Handle, State } from "hast-util-to-mdast";
import { defaultHandlers } from "hast-util-to-mdast";
import { toString } from "hast-util-to-string";
import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from "mdast";
import { SKIP, visit } from "../../model/visit.ts";
import { mathmlToTex } from "../math/mathml-to-tex.ts";
import { inlineHtml } from "./inline-html.ts";
import { unwrapStrong } from "./repair-cell.ts";
import { ownElements } from "./own-elements.ts";

/** Elements without Markdown syntax that every edition supports as HTML. */
const inlineElements = ["sub", "sup", "kbd", "mark", "ins", "abbr", "ruby", "small", "dfn", "cite", "q", "bdo", "bdi"];

/** Keeps an element as HTML around content that requires Markdown; a raised note reference needs none. */
const asHtml: Handle = (state, node: Element) => {
  if (!hasMarks(node)) return inlineHtml(bare(node));
  const isMark = node.tagName === "sup" && toString(node).trim() === "";
  const [open, close] = bare({ ...node, children: [{ type: "text", value: split }] }).split(split);
  const content = state.all(node);
  return isMark ? content : [inlineHtml(open ?? ""), ...content, inlineHtml(close ?? "")];
};

/** Converters to mdast for elements that the default conversion would damage. */
export const handlers: Record<string, Handle> = {
  ...Object.fromEntries(inlineElements.map((name) => [name, asHtml])),
  "footnote-reference": (_state, node: Element) => {
    const label = String(node.properties["label"]);
    return { type: "footnoteReference", identifier: label, label };
  },
  math: formula,
  ...ownElements,
  dl: definitionList,
  figure,
  table,
};

/** Converts MathML to a TeX formula. */
function formula(_state: State, node: Element) {
  const value = mathmlToTex(node);
  const isDisplayed = String(node.properties["display"]) === "block";
  return (isDisplayed ? { type: "math", value } : { type: "inlineMath", value }) as RootContent;
}

function definitionList(state: State, node: Element) {
  const parts = node.children.flatMap((child) =>
    child.type === "element" && child.tagName === "div" ? child.children : [child],
  );
  // Without a term it only indents (Wikipedia).
  if (!parts.some((part) => part.type === "element" && part.tagName === "dt"))
    return parts.flatMap((part) => (part.type === "element" ? state.toFlow(state.all(part)) : []));
  const children = parts.flatMap((part): object[] => {
    if (part.type !== "element") return [];
    if (part.tagName === "dt") return [{ type: "defListTerm", children: phrasing(state, part) }];
    const content = state.toFlow(state.all(part)) as (BlockContent | DefinitionContent)[];
    return part.tagName === "dd" ? [{ type: "defListDescription", spread: content.length > 1, children: content }] : [];
  });
  return { type: "defList", children } as unknown as RootContent;
}

/**
 * Converts an image with a caption to a Markdown image with a title; anything else with a caption to a figure
 * directive.
 */
function figure(state: State, node: Element) {
  const caption = node.children.find((child) => child.type === "element" && child.tagName === "figcaption");
  const rest: Element = { ...node, children: node.children.filter((child) => child !== caption) };
  const content = state.toFlow(state.all(rest));
  if (caption?.type !== "element") return content;
  const id = node.properties["dataId"];
  const [only] = content;
  const picture = only?.type === "paragraph" && content.length === 1 ? only.children[0] : undefined;
  if (picture?.type === "image")
    return {
      type: "paragraph" as const,
      children: [
        { ...picture, title: toString(caption).trim().replaceAll(/\s+/g, " ") },
        ...(id === undefined ? [] : [inlineHtml(`{#${String(id)}}`)]),
      ],
    };
  return captioned(state, caption, "figure", content, id);
}

function captioned(
  state: State,
  caption: Element,
  name: string,
  content: readonly RootContent[],
  id: Element["properties"][string],
) {
  const label = { type: "paragraph", data: { directiveLabel: true }, children: phrasing(state, caption) };
  const attributes = id === undefined ? {} : { id: String(id) };
  return { type: "containerDirective", name, attributes, children: [label, ...content] } as unknown as RootContent;
}

/** Converts a table to Markdown if it has no spans and no blocks in cells; otherwise keeps the HTML. */
function table(state: State, node: Element) {
  let isSimple = true;
  let rows = 0;
  visit(node, "element", (element) => {
    if (element.tagName === "tr") rows += 1;
    const { colSpan, rowSpan } = element.properties;
    if (Number(colSpan ?? 1) > 1 || Number(rowSpan ?? 1) > 1) isSimple = false;
    if (["ul", "ol", "pre", "table", "blockquote", "dl"].includes(element.tagName) && element !== node)
      isSimple = false;
    if (["td", "th"].includes(element.tagName) && element.children.filter(isParagraph).length > 1) isSimple = false;
  });
  if (rows === 0) return undefined;
  nameHeader(node);
  const caption = node.children.find((child) => child.type === "element" && child.tagName === "caption");
  const rest = { ...node, children: node.children.filter((child) => child !== caption && !isColumns(child)) };
  const written = isSimple ? [defaultHandlers.table(state, rest)] : htmlTable(state, rest);
  return caption?.type === "element" ? captioned(state, caption, "table", written, node.properties["dataId"]) : written;
}

/** Writes a table as HTML; a cell with content that requires Markdown has it between blank lines. */
function htmlTable(state: State, node: Element): RootContent[] {
  const contents: RootContent[][] = [];
  const copy = structuredClone(node);
  visit(copy, "element", (cell) => {
    if (!["td", "th"].includes(cell.tagName) || !hasMarks(cell)) return undefined;
    contents.push(state.toFlow(state.all(cell)));
    cell.children = [{ type: "text", value: split }];
    return SKIP;
  });
  const parts = bare(copy).split(split);
  return parts.flatMap((value, index) => [{ type: "html" as const, value }, ...(contents[index] ?? [])]);
}

/** Splits HTML: a noncharacter, which no document contains. */
const split = "\uFFFF";

/** Reports whether an element contains an element for Markdown syntax. */
function hasMarks(node: Element): boolean {
  let isThere = false;
  visit(node, "element", ({ tagName }) => {
    if (["footnote-reference", "tex-formula", "anchor-id"].includes(tagName)) isThere = true;
  });
  return isThere;
}

/**
 * Makes the first row of a table without header cells its header, which Markdown requires; word processors write such
 * tables.
 */
function nameHeader(node: Element): void {
  const cells: Element[] = [];
  let row = 0;
  visit(node, "element", (element) => {
    if (element.tagName === "tr") row += 1;
    if (element.tagName === "th" || (element.tagName === "td" && row === 1)) cells.push(element);
  });
  if (cells.some(({ tagName }) => tagName === "th")) return;
  for (const cell of cells) {
    cell.tagName = "th";
    unwrapStrong(cell);
  }
}

function isColumns(node: ElementContent): boolean {
  return node.type === "element" && node.tagName === "colgroup";
}

function isParagraph(node: ElementContent): boolean {
  return node.type === "element" && node.tagName === "p";
}

function phrasing(state: State, node: Element): PhrasingContent[] {
  return state.toFlow(state.all(node)).flatMap((child) => (child.type === "paragraph" ? child.children : []));
}

/** Returns an element as HTML without page-specific classes, styles and script attributes. Contains no blank line. */
function bare(node: Element): string {
  const copy = structuredClone(node);
  const allowed = new Set(["href", "src", "alt", "colSpan", "rowSpan", "scope", "title", "lang", "dir"]);
  visit(copy, "element", (element) => {
    element.properties = Object.fromEntries(Object.entries(element.properties).filter(([name]) => allowed.has(name)));
  });
  return toHtml(copy).replaceAll(/\n\s*\n/g, "\n");
}
