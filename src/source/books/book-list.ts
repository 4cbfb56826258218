/** A book as another tool's file describes it, in keys of publication.yaml and front matter. */
export interface BookList {
  /** `title`, `authors`, `language` and similar keys, as the other tool writes them. */
  readonly about: Readonly<Record<string, unknown>>;
  /** Files relative to the folder of the list, and parts. Undefined: chapters are ordered by file name. */
  readonly entries: readonly BookEntry[];
}

export type BookEntry = BookFile | { readonly part: string; readonly chapters: readonly BookFile[] };

export interface BookFile {
  readonly file: string;
  /** Title in the list. */
  readonly name?: string | undefined;
}

/** Flattens the list to chapters and parts one level deep: deeper parts are merged into the part that contains them. */
export function filesOf(entries: readonly BookEntry[]): BookFile[] {
  return entries.flatMap((entry) => ("part" in entry ? [...entry.chapters] : [entry]));
}

/** Returns a part, its chapters alone if it has no name, or nothing if it has no chapters. */
export function partOf(name: string | undefined, chapters: readonly BookFile[]): BookEntry[] {
  if (chapters.length === 0) return [];
  return name === undefined || name.trim() === "" ? [...chapters] : [{ part: name.trim(), chapters }];
}

/** Reports whether an address is a file, not a web address or a fragment. */
export function isFile(address: string): boolean {
  return address !== "" && !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(address);
}
