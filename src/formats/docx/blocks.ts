import { HeadingLevel, PageBreak, Paragraph, TextRun } from "docx";
import type { Element, ElementContent } from "hast";
import { type Block, type DocxContext, within } from "./context.ts";
import { runsOf } from "./inline.ts";
import { numbersFrom, sections } from "./numbering.ts";
import { direction, textOf, trimmed } from "./lines.ts";
import { tableOf } from "./tables.ts";
import { classesOf, hasClass } from "../../model/hast.ts";

/** How a block is set in: its nesting in lists and quotations, and its paragraph properties. */
interface Inset {
  readonly list?: { readonly reference: string; readonly level: number; readonly instance: number };
  /** The depth of quotations and callouts. */
  readonly indent: number;
  readonly style?: string;
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
];

const blockNames = new Set(
  "p h1 h2 h3 h4 h5 h6 ul ol dl table figure blockquote pre div section aside hr details summary figcaption header footer nav".split(
    " ",
  ),
);

function isBlock(node: ElementContent): boolean {
  return node.type === "element" && blockNames.has(node.tagName);
}

/** The class of a paragraph that is a line to write on. */
export const writeLine = "write-line";

/** The class of a block that begins a new page. */
const newPage = "new-page";

/** Reports whether a page break must precede a block. Headings have a property for it. */
function hasBreak({ tagName, properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes(newPage) && !/^(?:h[1-6]|section)$/.test(tagName);
}

/** One step of indentation, in twentieths of a point. */
const step = 360;

/** Counts lists, each of which restarts at one. */
export interface ListCounter {
  next: number;
}

/** Converts a tree of blocks to a sequence of paragraphs and tables. */
export function blocksOf(
  nodes: readonly ElementContent[],
  context: DocxContext,
  lists: ListCounter,
  place: Inset = { indent: 0 },
): Block[] {
  const blocks: Block[] = [];
  let inline: ElementContent[] = [];
  const close = (): void => {
    if (inline.some((node) => node.type !== "text" || node.value.trim() !== "")) {
      blocks.push(paragraph(inline, context, place));
    }
    inline = [];
  };
  for (const node of nodes) {
    if (node.type === "element" && blockNames.has(node.tagName)) {
      close();
      if (hasBreak(node)) blocks.push(new Paragraph({ children: [new PageBreak()] }));
      blocks.push(...blockOf(node, context, lists, place));
    } else if (node.type !== "comment") inline.push(node);
  }
  close();
  return blocks;
}

function blockOf(node: Element, around: DocxContext, lists: ListCounter, place: Inset): Block[] {
  const context = within(node, around);
  const blocks = convert(node, context, lists, place);
  if (around.turned.has(node)) for (const block of blocks) context.landscape.add(block);
  return blocks;
}

function convert(node: Element, context: DocxContext, lists: ListCounter, place: Inset): Block[] {
  const { tagName, children } = node;
  const classes = classesOf(node);
  const heading = /^h([1-6])$/.exec(tagName)?.[1];
  if (heading !== undefined) {
    const level = headings[Number(heading) - 1] ?? HeadingLevel.HEADING_6;
    const pageBreakBefore = classes.includes(newPage);
    const number = context.numbered.get(node);
    return [
      new Paragraph({
        heading: level,
        pageBreakBefore,
        ...(number !== undefined && { numbering: { reference: sections, level: number } }),
        children: runsOf([node], context),
        ...direction(context),
      }),
    ];
  }
  if (tagName === "p") return [paragraph([node], context, styled(place, classes))];
  if (tagName === "figcaption") return [paragraph([node], context, { ...place, style: "Caption" })];
  if (tagName === "summary") return [paragraph([node], context, { ...place, style: "Term" })];
  if (tagName === "hr") return [new Paragraph({ thematicBreak: true })];
  if (tagName === "pre") return codeLines(node, context, place);
  if (tagName === "ul" || tagName === "ol") return listOf(node, context, lists, place);
  if (tagName === "dl") return definitions(node, context, lists, place);
  if (tagName === "table") return tableOf(node, context, (content) => blocksOf(content, context, lists), isBlock);
  if (tagName === "blockquote")
    return blocksOf(children, context, lists, { ...place, indent: place.indent + step, style: "Quote" });
  const isBox = classes.some((name) => String(name).startsWith("callout"));
  if (isBox) return blocksOf(children, context, lists, { ...place, indent: place.indent + step, style: "Callout" });
  return blocksOf(children, context, lists, place);
}

function styled(place: Inset, classes: readonly unknown[]): Inset {
  if (classes.includes("callout-title")) return { ...place, style: "CalloutTitle" };
  return classes.includes(writeLine) ? { ...place, style: "WriteLine" } : place;
}

function paragraph(nodes: readonly ElementContent[], context: DocxContext, { list, indent, style }: Inset): Paragraph {
  return new Paragraph({
    children: runsOf(trimmed(nodes), context),
    ...(list && { numbering: list }),
    ...(!list && indent > 0 && { indent: { start: indent } }),
    ...(style !== undefined && { style }),
    ...direction(context),
  });
}

function codeLines(node: Element, context: DocxContext, { indent }: Inset): Paragraph[] {
  const lines = textOf(node).replace(/\n$/, "").split("\n");
  return lines.map(
    (line) =>
      new Paragraph({
        style: "CodeBlock",
        indent: { start: indent },
        children: [new TextRun(line)],
        ...direction({ ...context, rightToLeft: false }),
      }),
  );
}

/** Converts a list: an item's first paragraph has the number or bullet; the rest is indented equally. */
function listOf(node: Element, context: DocxContext, lists: ListCounter, place: Inset): Block[] {
  const reference = node.tagName === "ol" ? numbersFrom(Number(node.properties["start"] ?? 1)) : "bullets";
  const level = place.list ? Math.min(place.list.level + 1, 8) : 0;
  const instance = (lists.next += 1);
  return node.children.flatMap((item): Block[] => {
    if (item.type !== "element" || item.tagName !== "li") return [];
    const { list: _, ...around } = place;
    const inner = { ...around, indent: place.indent + step * (level + 2) };
    const end = item.children.findIndex((child) => isBlock(child));
    const first = item.children[end];
    const startsWithParagraph =
      end >= 0 &&
      item.children.slice(0, end).every((child) => child.type === "text" && child.value.trim() === "") &&
      first?.type === "element" &&
      first.tagName === "p";
    const head = startsWithParagraph && first ? [first] : item.children.slice(0, end < 0 ? undefined : end);
    const rest = end < 0 ? [] : item.children.slice(startsWithParagraph ? end + 1 : end);
    const nested = isTask(item) ? inner : { ...inner, list: { reference, level, instance } };
    return [
      paragraph(
        item.properties.id === undefined ? head : [{ ...item, tagName: "span", children: head }],
        context,
        nested,
      ),
      ...rest.flatMap((child) =>
        child.type === "element" && (child.tagName === "ul" || child.tagName === "ol")
          ? listOf(child, context, lists, { ...nested, indent: isTask(item) ? place.indent + step : place.indent })
          : blocksOf([child], context, lists, inner),
      ),
    ];
  });
}

/** Reports whether an item has a task box in place of a bullet. */
function isTask(item: Element): boolean {
  return hasClass(item, "task-list-item");
}

function definitions(node: Element, context: DocxContext, lists: ListCounter, place: Inset): Block[] {
  return node.children.flatMap((child): Block[] => {
    if (child.type !== "element") return [];
    if (child.tagName === "dt")
      return [new Paragraph({ style: "Term", children: runsOf([child], context), ...direction(context) })];
    if (child.tagName === "dd")
      return blocksOf(child.children, context, lists, { ...place, indent: place.indent + step, style: "Definition" });
    return definitions(child, context, lists, place);
  });
}
