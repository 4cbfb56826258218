import type { Heading, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { FrontMatter } from "../config/front-matter.ts";
import { visit } from "../model/visit.ts";
import { remarkFormulas } from "./formula-syntax.ts";

const markdown = unified().use(remarkParse).use(remarkFormulas).freeze();
const marks = new Set(["emphasis", "strong", "inlineCode", "link", "inlineMath"]);

/** Front matter with a plain title, and the title with its emphasis, code and formulas, if it contains Markdown. */
export interface PlainTitle {
  readonly frontMatter: FrontMatter;
  readonly heading?: Heading;
}

/** Reads emphasis, code, formulas and links in the title of front matter, as pandoc and Quarto do. */
export function readTitleMarks(frontMatter: FrontMatter): PlainTitle {
  const heading = headingOf(frontMatter.title);
  return heading ? { frontMatter: { ...frontMatter, title: toString(heading) }, heading } : { frontMatter };
}

/** Removes the marks of Markdown from the titles and the description of front matter. */
export function plainTitles(frontMatter: FrontMatter, texToText: (tex: string) => string): FrontMatter {
  const { title, subtitle, description } = frontMatter;
  return {
    ...frontMatter,
    ...(title !== undefined && { title: plainText(title, texToText) }),
    ...(subtitle !== undefined && { subtitle: plainText(subtitle, texToText) }),
    ...(description !== undefined && { description: plainText(description, texToText) }),
  };
}

/** Removes the marks of Markdown from a title. `texToText` writes a formula in a line. */
export function plainText(text: string, texToText: (tex: string) => string): string {
  const heading = headingOf(text);
  if (!heading) return text;
  visit(heading, "inlineMath", (node) => {
    node.value = texToText(node.value);
  });
  return toString(heading);
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
