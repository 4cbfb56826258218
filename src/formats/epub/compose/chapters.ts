import { copyOf } from "../../../model/copy.ts";
import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { asBlock, titleBlocks } from "../../../model/blocks.ts";
import { contentId, partId } from "../../../model/own-ids.ts";
import { standInParts } from "../../../model/outline.ts";
import type { BackMatter, Chapter, Publication } from "../../../model/publication.ts";
import { backMatterOf, contentOf, lower, otherLanguage } from "../../../template/assemble.ts";
import type { DocumentTree } from "./addresses.ts";
import { plainTitle } from "./plain-title.ts";

/** A part's opening page or a chapter; a part contains its chapters. */
export interface ContentDocument extends DocumentTree {
  readonly kind: "part" | "chapter";
  readonly title: string;
  /** BCP 47; only if it differs from the publication's. */
  readonly language: string | undefined;
}

/**
 * Reports whether a publication is an article: one chapter with the publication's title, which is on the title page and
 * not repeated above the text.
 */
export function isArticle({ chapters, metadata }: Publication): boolean {
  return chapters.length === 1 && chapters[0]?.title === metadata.title;
}

/**
 * Returns every chapter as a `section`, with a part's title before the part's first chapter. A chapter's title is at
 * level 1, in a part at level 2; its own headings follow.
 */
export function layOutChapters(publication: Publication): ContentDocument[] {
  const { chapters } = publication;
  if (isArticle(publication)) return chapters.map((chapter) => article(chapter, publication));
  const inParts = standInParts(chapters);
  let parts = 0;
  const leaves = chapters.flatMap((chapter, index): ContentDocument[] => {
    const part = typeof chapter.part === "string" ? [partTitle(chapter, chapter.part, (parts += 1))] : [];
    const id = chapters.length > 1 ? chapter.slug : contentId;
    const language = otherLanguage(chapter, publication);
    return [...part, titled(chapter, language, id, fileName(chapter, index), inParts[index] ? 2 : 1)];
  });
  return [...leaves, ...publication.backMatter.map((matter) => backLeaf(matter))];
}

/** Turns a section of the back matter into a document whose heading is at level 1. */
function backLeaf(matter: BackMatter): ContentDocument {
  const tree = copyOf(matter.section);
  lower({ type: "root", children: [tree] }, -1);
  return { kind: "chapter", path: `text/${matter.id}.xhtml`, title: matter.title, language: undefined, tree };
}

/** Returns an article with the back matter at its end. */
function article(chapter: Chapter, publication: Publication): ContentDocument {
  const content = [...contentOf(chapter), ...backMatterOf(publication)];
  const tree = section("chapter", { id: contentId, role: "doc-chapter", ariaLabel: chapter.title }, content);
  const language = otherLanguage(chapter, publication);
  return { kind: "chapter", path: fileName(chapter, 0), title: chapter.title, language, tree };
}

function titled(
  chapter: Chapter,
  language: string | undefined,
  id: string,
  path: string,
  level: 1 | 2,
): ContentDocument {
  const content = contentOf(chapter);
  lower({ type: "root", children: content }, level - 1);
  const title = h(`h${level}`, { id, className: ["chapter-title"] }, plainTitle(chapter.titleContent));
  asBlock(title, titleBlocks(chapter).chapter);
  const tree = section("chapter", { role: "doc-chapter", ariaLabelledBy: [id] }, [title, ...content]);
  return { kind: "chapter", path, title: chapter.title, language, tree };
}

function partTitle(chapter: Chapter, name: string, number: number): ContentDocument {
  const id = partId(chapter.slug);
  const title = asBlock(h("h1", { id, className: ["part-title"] }, name), titleBlocks(chapter).part);
  const tree = section("part", { role: "doc-part", ariaLabelledBy: [id] }, [title]);
  return { kind: "part", path: `text/part-${number}.xhtml`, title: name, language: undefined, tree };
}

function section(type: string, properties: Element["properties"], children: ElementContent[]): Element {
  return h("section", { ...properties, "epub:type": type }, children);
}

/** Returns an ASCII name that sorts in text order, such as `text/02-first-steps.xhtml`. */
function fileName({ slug }: Chapter, index: number): string {
  const number = String(index + 1).padStart(2, "0");
  const name = slug.replaceAll(/[^\w-]+/g, "").replaceAll(/^[-_]+|[-_]+$/g, "");
  return `text/${[number, name].filter(Boolean).join("-")}.xhtml`;
}
