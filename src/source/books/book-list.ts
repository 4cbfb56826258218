/** What a file of another tool says of a book, in the keys of publication.yaml and of front matter. */
export interface BookList {
  /** `title`, `authors`, `language` and the like, as the other tool writes them. */
  readonly about: Readonly<Record<string, unknown>>;
  /** Files relative to the folder of the list, and parts. Nothing: the list leaves the order to the names of the files. */
  readonly entries: readonly BookEntry[];
}

export type BookEntry = BookFile | { readonly part: string; readonly chapters: readonly BookFile[] };

export interface BookFile {
  readonly file: string;
  /** What the list calls it. */
  readonly name?: string | undefined;
}

/** Chapters and parts one level deep: what stands deeper is taken up into the part that it is in. */
export function filesOf(entries: readonly BookEntry[]): BookFile[] {
  return entries.flatMap((entry) => ("part" in entry ? [...entry.chapters] : [entry]));
}

/** A part, or its chapters alone where it has no name, or nothing where it has no chapters. */
export function partOf(name: string | undefined, chapters: readonly BookFile[]): BookEntry[] {
  if (chapters.length === 0) return [];
  return name === undefined || name.trim() === "" ? [...chapters] : [{ part: name.trim(), chapters }];
}

/** An address of the web, or a place in a page, is no file. */
export function isFile(address: string): boolean {
  return address !== "" && !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(address);
}
