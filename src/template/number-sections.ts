import { copyOf } from "../model/copy.ts";
import type { Element, Root, Text } from "hast";
import { visit } from "../model/visit.ts";
import type { Chapter, ContentsEntry, Publication } from "../model/publication.ts";

declare module "hast" {
  interface TextData {
    /** The number of a section, which this text writes before its heading. */
    sectionNumber?: string;
  }
}

/** Numbered heading levels: 1, 1.1 and 1.1.1. */
const levels = 3;

/**
 * Adds numbers to headings as text that assistive technology reads: numbers from style sheets are not in a PDF's
 * structure. In a publication of several chapters, these are numbered too.
 */
export function numberSections(publication: Publication): Publication {
  const isBook = publication.chapters.length > 1;
  const chapters = publication.chapters.map((chapter, index) => numberChapter(chapter, isBook ? `${index + 1}` : ""));
  return { ...publication, chapters };
}

function numberChapter(chapter: Chapter, number: string): Chapter {
  const body = copyOf(chapter.body);
  const headings = headingsById(body);
  const contents = numberEntries(chapter.contents, number, headings);
  if (number === "") return { ...chapter, body, contents };
  const titleContent = [numberText(number), ...chapter.titleContent];
  return { ...chapter, body, contents, title: `${number} ${chapter.title}`, titleContent };
}

/** Only sections of the text are numbered; notes have a heading of their own. */
function numberEntries(
  entries: readonly ContentsEntry[],
  around: string,
  headings: ReadonlyMap<string, Element>,
): ContentsEntry[] {
  let count = 0;
  return entries.map((entry) => {
    const heading = headings.get(entry.id);
    if (!heading) return entry;
    count += 1;
    const number = around === "" ? `${count}` : `${around}.${count}`;
    heading.children.unshift(numberText(number));
    const isLast = number.split(".").length >= levels;
    const children = isLast ? entry.children : numberEntries(entry.children, number, headings);
    return { ...entry, title: `${number} ${entry.title}`, children };
  });
}

function numberText(sectionNumber: string): Text {
  return { type: "text", value: `${sectionNumber} `, data: { sectionNumber } };
}

/** Returns headings by their own id or their section's. */
function headingsById(body: Root): Map<string, Element> {
  const found = new Map<string, Element>();
  visit(body, "element", (node, _index, parent) => {
    if (!/^h[2-6]$/.test(node.tagName)) return;
    const section = parent?.type === "element" && parent.tagName === "section" ? parent.properties.id : undefined;
    for (const id of [node.properties.id, section]) if (typeof id === "string") found.set(id, node);
  });
  return found;
}
