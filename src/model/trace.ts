import type { Element, Nodes } from "hast";
import type { SourcePoint } from "./diagnostic.ts";
import type { Chapter, Publication } from "./publication.ts";

/** Where words stand: the file as the author names it, and the place in it. */
export interface Source {
  readonly file: string;
  readonly position?: { readonly start: SourcePoint; readonly end?: SourcePoint };
}

/**
 * Find words of a finished document in its source: the alternative text of an image, or the whole text of an element. Words
 * that stand in two places are in neither, rather than in the wrong one.
 */
export function tracer(publication: Publication): (words: string) => Source | undefined {
  const places = placesByWords(publication);
  return (words) => places.get(toKey(words));
}

/** The words of every element, without spaces, and where they stand; nothing where they stand in two places. */
export function placesByWords({ chapters }: Publication): ReadonlyMap<string, Source | undefined> {
  const places = new Map<string, Source | undefined>();
  const add = (words: string, chapter: Chapter, element: Element): void => {
    const key = toKey(words);
    if (key === "" || !element.position || !chapter.source) return;
    const { file, position } = chapter.source.locate(element.position);
    const place = { file: file.shown, ...(position && { position }) };
    const known = places.get(key);
    const isSame =
      !places.has(key) || (known?.file === place.file && known.position?.start.line === position?.start.line);
    places.set(key, isSame ? (known ?? place) : undefined);
  };
  for (const chapter of chapters) {
    const visit = (node: Nodes): string => {
      if (node.type === "text") return node.value;
      const text = "children" in node ? node.children.map(visit).join("") : "";
      if (node.type !== "element") return text;
      for (const key of ["alt", "ariaLabel", "alttext"]) add(String(node.properties[key] ?? ""), chapter, node);
      add(text, chapter, node);
      return text;
    };
    visit(chapter.body);
    if (chapter.notes) visit(chapter.notes);
  }
  return places;
}

/** Without what a page adds or takes: spaces where lines end, and marks where words may be parted. */
function toKey(words: string): string {
  return words.replaceAll(/[\s\u00AD\u200B-\u200D]/g, "");
}
