import { copyOf } from "../model/copy.ts";
import type { Element, ElementContent, Root } from "hast";
import { visit } from "../model/visit.ts";
import { asBlock, titleBlocks } from "../model/blocks.ts";
import { partId } from "../model/own-ids.ts";
import { standInParts } from "../model/outline.ts";
import { type Chapter, contentOfChapter, type Publication } from "../model/publication.ts";
import { conformToContentModel } from "./content-model/conform.ts";
import { langAttributes } from "./lang-attributes.ts";

/**
 * Returns all chapters as one tree that may be changed. An article is its body and its notes. Of several chapters, each
 * is a section under a heading with its title; its own headings are one level lower, in a part two.
 */
export function assemble(publication: Publication): Root {
  const { chapters } = publication;
  const [only] = chapters;
  const inParts = standInParts(chapters);
  const children =
    chapters.length === 1 && only
      ? alone(only, publication)
      : chapters.flatMap((chapter, index) => toSection(chapter, publication, inParts[index] ?? false));
  const whole: Element = {
    type: "element",
    tagName: "section",
    properties: {},
    children: [...children, ...backMatterOf(publication)],
  };
  conformToContentModel(whole);
  return { type: "root", children: whole.children };
}

/** Returns a chapter's language if it differs from the publication's. */
export function otherLanguage(chapter: Chapter, { metadata }: Publication): string | undefined {
  return chapter.language === metadata.language ? undefined : chapter.language;
}

function alone(chapter: Chapter, publication: Publication): ElementContent[] {
  const language = otherLanguage(chapter, publication);
  const children = contentOf(chapter);
  return language === undefined
    ? children
    : [{ type: "element", tagName: "div", properties: langAttributes(language), children }];
}

/** Returns copies of the sections after the last chapter; their headings have the level of a chapter or part. */
export function backMatterOf({ backMatter }: Publication): Element[] {
  return backMatter.map(({ section }) => copyOf(section));
}

/** Returns copies of a chapter's body and notes. */
export function contentOf(chapter: Chapter): ElementContent[] {
  return copyOf(contentOfChapter(chapter)) as ElementContent[];
}

function toSection(chapter: Chapter, publication: Publication, inPart: boolean): ElementContent[] {
  const content = contentOf(chapter);
  lower({ type: "root", children: content }, inPart ? 2 : 1);
  const title: Element = {
    type: "element",
    tagName: inPart ? "h3" : "h2",
    properties: { id: chapter.slug, className: ["chapter-title"] },
    children: copyOf(chapter.titleContent) as ElementContent[],
  };
  asBlock(title, titleBlocks(chapter).chapter);
  const section: Element = {
    type: "element",
    tagName: "section",
    properties: { className: ["chapter"], ...langAttributes(otherLanguage(chapter, publication)) },
    children: [title, ...content],
  };
  if (typeof chapter.part !== "string") return [section];
  const part: Element = {
    type: "element",
    tagName: "h2",
    properties: { id: partId(chapter.slug), className: ["part-title"] },
    children: [{ type: "text", value: chapter.part }],
  };
  return [asBlock(part, titleBlocks(chapter).part), section];
}

/** Lowers every heading by some levels, down to the sixth. */
export function lower(tree: Root, levels: number): void {
  visit(tree, "element", (node) => {
    if (/^h[1-6]$/.test(node.tagName)) node.tagName = `h${Math.min(6, Number(node.tagName.slice(1)) + levels)}`;
  });
}
