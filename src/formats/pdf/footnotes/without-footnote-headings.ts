import type { Publication } from "../../../model/publication.ts";
import { footnoteItems } from "./find-footnotes.ts";
import { elementsIn } from "../../../model/hast.ts";

/** Returns the publication without contents entries for sections from which all footnotes have been moved. */
export function withoutFootnoteHeadings(publication: Publication, moved: ReadonlySet<string>): Publication {
  const chapters = publication.chapters.map((chapter) => {
    const { notes } = chapter;
    if (notes?.type !== "element" || !footnoteItems(notes).every(({ properties: { id } }) => moved.has(String(id)))) {
      return chapter;
    }
    const headings = elementsIn(notes);
    const ids = headings.map(({ properties: { id } }) => id);
    return { ...chapter, contents: chapter.contents.filter(({ id }) => !ids.includes(id)) };
  });
  return { ...publication, chapters };
}
