import type { Heading, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { FrontMatter } from "../config/front-matter.ts";
import { remarkFormulas } from "./formula-syntax.ts";

const markdown = unified().use(remarkParse).use(remarkFormulas).freeze();
const marks = new Set(["emphasis", "strong", "inlineCode", "link", "inlineMath"]);

/** Front matter with plain titles, and the title with its emphasis, code and formulas, if it contains Markdown. */
export interface PlainTitles {
  readonly frontMatter: FrontMatter;
  readonly heading?: Heading;
}

/** Reads emphasis, code, formulas and links in the title of front matter, as pandoc and Quarto do. */
export function readTitleMarks(frontMatter: FrontMatter): PlainTitles {
  const { title, subtitle, description } = frontMatter;
  const heading = headingOf(title);
  const plain = {
    ...(title !== undefined && { title: heading ? toString(heading) : title }),
    ...(subtitle !== undefined && { subtitle: plainText(subtitle) }),
    ...(description !== undefined && { description: plainText(description) }),
  };
  return { frontMatter: { ...frontMatter, ...plain }, ...(heading && { heading }) };
}

/** Removes the marks of Markdown from a title. */
export function plainText(text: string): string {
  const heading = headingOf(text);
  return heading ? toString(heading) : text;
}

/** Parses a single line of Markdown. `__init__` is a name, not emphasis. */
function headingOf(text: string | undefined): Heading | undefined {
  if (text === undefined || !/[*_`[$]/.test(text) || /\n|__\w+__/.test(text)) return undefined;
  const tree: Root = markdown.parse(`# ${text.trim()}`);
  const [heading, second] = tree.children;
  if (heading?.type !== "heading" || second) return undefined;
  for (const node of heading.children) delete node.position;
  return heading.children.some(({ type }) => marks.has(type)) && !heading.children.some(({ type }) => type === "html")
    ? heading
    : undefined;
}
