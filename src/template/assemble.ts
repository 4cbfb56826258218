import type { Element, ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import type { Chapter, Publication } from "../model/publication.ts";
import { spokenIn } from "./spoken-in.ts";

/**
 * All chapters as one tree of the template's own, free to change. A single article is its body and its notes; of
 * several chapters each is a section under a heading with the chapter's title, its own headings lower by one level,
 * by two where the publication has parts.
 */
export function assemble(publication: Publication): Root {
  const { chapters } = publication;
  const [only] = chapters;
  if (chapters.length === 1 && only) return { type: "root", children: alone(only, publication) };
  const hasParts = chapters.some((chapter) => chapter.part !== undefined);
  return { type: "root", children: chapters.flatMap((chapter) => toSection(chapter, publication, hasParts)) };
}

/** A chapter's language, where it is not that of its publication. */
export function otherLanguage(chapter: Chapter, { metadata }: Publication): string | undefined {
  return chapter.language === metadata.language ? undefined : chapter.language;
}

function alone(chapter: Chapter, publication: Publication): ElementContent[] {
  const language = otherLanguage(chapter, publication);
  const children = contentOf(chapter);
  return language === undefined
    ? children
    : [{ type: "element", tagName: "div", properties: spokenIn(language), children }];
}

/** The body and the notes of a chapter, copied. */
export function contentOf(chapter: Chapter): ElementContent[] {
  const children = [...chapter.body.children, ...(chapter.notes ? [chapter.notes] : [])];
  return structuredClone(children) as ElementContent[];
}

function toSection(chapter: Chapter, publication: Publication, hasParts: boolean): ElementContent[] {
  const content = contentOf(chapter);
  lower({ type: "root", children: content }, hasParts ? 2 : 1);
  const title: Element = {
    type: "element",
    tagName: hasParts ? "h3" : "h2",
    properties: { id: chapter.slug, className: ["chapter-title"] },
    children: structuredClone(chapter.titleContent) as ElementContent[],
  };
  const section: Element = {
    type: "element",
    tagName: "section",
    properties: { className: ["chapter"], ...spokenIn(otherLanguage(chapter, publication)) },
    children: [title, ...content],
  };
  if (chapter.part === undefined) return [section];
  const part: Element = {
    type: "element",
    tagName: "h2",
    properties: { id: `${chapter.slug}.part`, className: ["part-title"] },
    children: [{ type: "text", value: chapter.part }],
  };
  return [part, section];
}

/** Every heading lower by some levels, the sixth being the last. */
export function lower(tree: Root, levels: number): void {
  visit(tree, "element", (node) => {
    if (/^h[1-6]$/.test(node.tagName)) node.tagName = `h${Math.min(6, Number(node.tagName.slice(1)) + levels)}`;
  });
}
