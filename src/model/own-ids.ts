/**
 * Ids of parts that Offprint adds. Neither GitHub nor Offprint makes ids with dots from headings, and authors' ids in
 * this namespace are replaced, so that none of these takes a name from the author's.
 */
const namespace = "offprint.";

/** Reports whether an id is in the namespace of Offprint's own ids. */
export function isOwnId(id: string): boolean {
  return id.startsWith(namespace);
}

/** Returns the id of a part that Offprint adds, such as `notes`. */
export function ownId(name: string): string {
  return namespace + name;
}

/** The start of an article's text. */
export const contentId = ownId("content");

/** The heading of a contents list. */
export const contentsId = ownId("contents");

/** The title of a document. */
export const titleId = ownId("title");

/** The heading of a chapter's footnotes, after the chapter's id prefix. */
export const notesId = ownId("notes");

/** Returns the id of the title of the part that begins with a chapter. */
export function partId(slug: string): string {
  return `${slug}.${ownId("part")}`;
}
