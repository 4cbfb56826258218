import type { Element, Nodes } from "hast";
import type { SourcePoint } from "./diagnostic.ts";
import type { Chapter, Publication } from "./publication.ts";

/** Source location of words: the shown path and the position in the file. */
export interface Source {
  readonly file: string;
  readonly position?: { readonly start: SourcePoint; readonly end?: SourcePoint };
}

/**
 * Returns a function that locates words of a finished document in its source: an image's alternative text, or the whole
 * text of an element. Words that occur twice are not located, to avoid a wrong location.
 */
export function tracer(publication: Publication): (words: string) => Source | undefined {
  // Read when something is to be located: the words of a book are many, and most books have no findings.
  let places: ReturnType<typeof placesByWords> | undefined;
  return (words) => (places ??= placesByWords(publication)).get(toKey(words));
}

/** Maps the text of every element, without spaces, to its location; `undefined` where it occurs twice. */
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

/** Removes what layout adds or drops: spaces at line ends, and soft hyphens. */
function toKey(words: string): string {
  return words.replaceAll(/[\s\u00AD\u200B-\u200D]/g, "");
}
