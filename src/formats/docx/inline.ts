import { decodeAddress } from "../../model/address.ts";
import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  PageReference,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { Element, ElementContent } from "hast";
import { hasClass } from "../../model/hast.ts";
import { pictureRun } from "./images.ts";
import { type DocxContext, within } from "./context.ts";
import { bookmarkName, type Label, labelBookmark, plainText, referenceField, sequenceField } from "./fields.ts";
import { mathOf } from "./math.ts";
import { textOf } from "../../model/text-of.ts";

/** The character style of a page number beside a cross-reference. */
export const pageReference = "PageReference";

type Style = Partial<Pick<IRunOptions, "bold" | "italics" | "superScript" | "subScript" | "strike" | "style" | "font">>;

/** The text formatting of each element. */
const styles: Readonly<Record<string, Style>> = {
  strong: { bold: true },
  b: { bold: true },
  th: { bold: true },
  em: { italics: true },
  i: { italics: true },
  cite: { italics: true },
  sup: { superScript: true },
  sub: { subScript: true },
  del: { strike: true },
  s: { strike: true },
  code: { style: "Code" },
  kbd: { style: "Code" },
  samp: { style: "Code" },
};

/** Returns the content of a paragraph. */
export function runsOf(nodes: readonly ElementContent[], context: DocxContext, style: Style = {}): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    if (node.type === "text") return textRuns(node.value.replaceAll(/[ \t\r\n\f]+/g, " "), context, style);
    return node.type === "element" ? elementRuns(node, context, style) : [];
  });
}

/** Word sets marks that several scripts share in its Latin font unless a hint names the other (ECMA-376, 17.3.2.26). */
function textRuns(text: string, context: DocxContext, style: Style): TextRun[] {
  if (!context.wideMarks) return [run(text, context, style)];
  const pieces = text.match(/[“”‘’…—]+|[^“”‘’…—]+/gu) ?? [];
  return pieces.map((piece) => run(piece, context, /^[“”‘’…—]/u.test(piece) ? { ...style, font: eastAsian } : style));
}

const eastAsian = { hint: "eastAsia" } as const;

function elementRuns(node: Element, context: DocxContext, style: Style): ParagraphChild[] {
  const { id } = node.properties;
  const label = context.labels.get(node);
  const children = label ? labelRuns(label, context, style) : contentRuns(node, context, style);
  const isTarget = id !== undefined && context.targets.has(String(id));
  return isTarget ? [new Bookmark({ id: bookmarkName(String(id)), children })] : children;
}

function contentRuns(node: Element, around: DocxContext, style: Style): ParagraphChild[] {
  const { tagName, properties, children } = node;
  const context = within(node, around);
  const own = { ...style, ...styles[tagName] };
  if (tagName === "br") return [new TextRun({ break: 1 })];
  if (tagName === "img") return imageRuns(node, context, own);
  if (tagName === "input") return [run(properties["checked"] === true ? "☑ " : "☐ ", context, own)];
  if (tagName === "math") return [mathOf(node)];
  if (tagName === "svg") return [];
  if (tagName !== "a") return runsOf(children, context, own);
  const href = String(properties["href"] ?? "");
  const note = context.footnotes.get(decodeAddress(href.slice(1)));
  if (properties["role"] === "doc-noteref" && note !== undefined) return [new FootnoteReferenceRun(note)];
  if (properties["role"] === "doc-backlink") return [];
  const linked = runsOf(children, context, { ...own, style: "Hyperlink" });
  if (href.startsWith("#")) {
    const target = decodeAddress(href.slice(1));
    if (!context.targets.has(target)) return linked;
    const isReference = hasClass(node, "cross-reference");
    const repeated = context.repeatable.get(target);
    const isRepeated = isReference && repeated?.text === plainText(node);
    const text = isRepeated
      ? [referenceField(repeated.bookmark, textOf(node), { ...own, style: "Hyperlink" })]
      : linked;
    const link = new InternalHyperlink({ anchor: bookmarkName(target), children: text });
    return isReference ? [link, ...pageOf(target, context, style)] : [link];
  }
  return href === "" ? linked : [new ExternalHyperlink({ link: href, children: linked })];
}

/** Returns the name and number of a figure, a table or a box, with the bookmark that references to it repeat. */
function labelRuns(
  { before, number, after, id, sequence }: Label,
  context: DocxContext,
  style: Style,
): ParagraphChild[] {
  const name = [run(joined(before), context, style), sequenceField({ sequence, number }, style)];
  const isTarget = id !== undefined && context.targets.has(id);
  const start = isTarget ? [new Bookmark({ id: labelBookmark(id), children: name })] : name;
  return [...start, run(after, context, style)];
}

/** Keeps a number on the line of its word, as references do. */
function joined(word: string): string {
  return word.replace(/ $/, "\u00A0");
}

/**
 * Returns where the target is, as in "Figure 2 (page 5)", for readers of paper. The number is a field (ECMA-376,
 * 17.16.5.45, PAGEREF); the import leaves out what has this style.
 */
function pageOf(target: string, context: DocxContext, style: Style): ParagraphChild[] {
  const [before = "", after = ""] = context.onPage.replaceAll(" ", "\u00A0").split("#");
  const own = { ...style, style: pageReference };
  return [
    run(` (${before}`, context, own),
    new PageReference(bookmarkName(target), { hyperlink: true }),
    run(`${after})`, context, own),
  ];
}

function imageRuns({ properties }: Element, context: DocxContext, style: Style): ParagraphChild[] {
  const alt = String(properties["alt"] ?? "");
  const picture = context.pictures.get(String(properties["src"]));
  return picture ? [pictureRun(picture, alt, context.page)] : [run(alt, context, style)];
}

/** Each script type has its own language property (ECMA-376, 17.3.2.20). */
function run(text: string, { rightToLeft, language: value }: DocxContext, style: Style): TextRun {
  const language = value === undefined ? {} : { language: { value, eastAsia: value, bidirectional: value } };
  return new TextRun({ text, ...(rightToLeft && { rightToLeft }), ...language, ...style });
}
