import type { Paragraph, Table } from "docx";
import type { Element } from "hast";
import { hasClass } from "../../model/hast.ts";
import { hasWideMarks } from "../../model/wide-characters.ts";
import type { Label, Repeatable } from "./fields.ts";
import type { WordPicture } from "./images.ts";
import type { WordLook } from "./look.ts";
import { turned, type WordPage } from "./page-size.ts";

/** The content of a Word section. */
export type Block = Paragraph | Table;

/** What the parts of a document share while it is composed. */
export interface DocxContext {
  readonly pictures: ReadonlyMap<string, WordPicture>;
  /** Footnote numbers by id. */
  readonly footnotes: ReadonlyMap<string, number>;
  /** The ids that links lead to. */
  readonly targets: ReadonlySet<string>;
  /** The labels of figures, tables and boxes, by their elements. */
  readonly labels: ReadonlyMap<Element, Label>;
  /** What cross-references repeat, by id. */
  readonly repeatable: ReadonlyMap<string, Repeatable>;
  /** The levels of numbered headings, from 0. */
  readonly numbered: ReadonlyMap<Element, number>;
  readonly look: WordLook;
  /** The page that the content stands on. */
  readonly page: WordPage;
  /** Elements on landscape pages, and, once converted, their blocks. */
  readonly turned: ReadonlySet<Element>;
  readonly landscape: Set<Block>;
  readonly rightToLeft: boolean;
  /** The direction of a paragraph that names none, which is that of the document. */
  readonly rightToLeftByDefault: boolean;
  /** Whether quotation marks, dashes and ellipses are full-width. */
  readonly wideMarks: boolean;
  /** "page #" in the language of the document. */
  readonly onPage: string;
  /** Set in a part whose language differs from the document's. */
  readonly language?: string;
}

/** Returns the context for an element's content, with its page, direction and language. */
export function within(node: Element, context: DocxContext): DocxContext {
  const { lang, dir } = node.properties;
  return {
    ...context,
    ...(context.turned.has(node) && { page: turned(context.page) }),
    ...(typeof lang === "string" && { language: lang, wideMarks: hasWideMarks(lang) }),
    ...(hasClass(node, "narrow-mark") && { wideMarks: false }),
    ...((dir === "rtl" || dir === "ltr") && { rightToLeft: dir === "rtl" }),
  };
}
