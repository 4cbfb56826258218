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
import { pictureRun, type WordPicture } from "./images.ts";
import { mathOf } from "./math.ts";

/** What the parts of a document share while it is composed. */
export interface DocxContext {
  readonly pictures: ReadonlyMap<string, WordPicture>;
  /** Footnote numbers by id. */
  readonly footnotes: ReadonlyMap<string, number>;
  /** The ids that links lead to. */
  readonly targets: ReadonlySet<string>;
  readonly rightToLeft: boolean;
  /** The direction of a paragraph that names none, which is that of the document. */
  readonly rightToLeftByDefault: boolean;
  /** "page #" in the language of the document. */
  readonly onPage: string;
  /** Set in a part whose language differs from the document's. */
  readonly language?: string;
}

/** Returns the context for an element's content, with its direction and language. */
export function within({ properties: { lang, dir } }: Element, context: DocxContext): DocxContext {
  return {
    ...context,
    ...(typeof lang === "string" && { language: lang }),
    ...((dir === "rtl" || dir === "ltr") && { rightToLeft: dir === "rtl" }),
  };
}

/** The character style of a page number beside a cross-reference. */
export const pageReference = "PageReference";

type Style = Partial<Pick<IRunOptions, "bold" | "italics" | "superScript" | "subScript" | "strike" | "style">>;

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
    if (node.type === "text") return [run(node.value.replaceAll(/[ \t\r\n\f]+/g, " "), context, style)];
    return node.type === "element" ? elementRuns(node, context, style) : [];
  });
}

function elementRuns(node: Element, context: DocxContext, style: Style): ParagraphChild[] {
  const { id } = node.properties;
  const children = contentRuns(node, context, style);
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
    const link = new InternalHyperlink({ anchor: bookmarkName(target), children: linked });
    return hasClass(node, "cross-reference") ? [link, ...pageOf(target, context, style)] : [link];
  }
  return href === "" ? linked : [new ExternalHyperlink({ link: href, children: linked })];
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
  return picture ? [pictureRun(picture, alt)] : [run(alt, context, style)];
}

/** Each script type has its own language property (ECMA-376, 17.3.2.20). */
function run(text: string, { rightToLeft, language: value }: DocxContext, style: Style): TextRun {
  const language = value === undefined ? {} : { language: { value, eastAsia: value, bidirectional: value } };
  return new TextRun({ text, ...(rightToLeft && { rightToLeft }), ...language, ...style });
}

/** Returns a bookmark name: at most 40 characters, beginning with a letter (ECMA-376, 17.13.6.2). */
function bookmarkName(id: string): string {
  const safe = id.replaceAll(/[^\p{L}\p{N}_]/gu, "_");
  if (safe.length <= 36) return `o_${safe}`;
  let sum = 0;
  for (const sign of id) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 0xffff_ffff;
  return `o_${safe.slice(0, 28)}_${sum.toString(36)}`;
}
