import { basename, dirname } from "node:path";

interface Files {
  /** Absolute path of the chapter's file. */
  readonly path: string;
  /** Path of the original of a translation. */
  readonly original?: string | undefined;
}

/**
 * Finds the chapter of a file or of the web page made from it. A name without extension, or without a folder where it
 * is unique, is a note's name (Obsidian, Docusaurus); a folder is its page.
 */
export function findChapter<Chapter extends Files>(
  all: readonly Chapter[],
  path: string,
  isNameAlone: boolean,
): Chapter | undefined {
  const exact = all.find((chapter) => chapter.path === path) ?? all.find((chapter) => chapter.original === path);
  if (exact) return exact;
  const plain = withoutEnding(path);
  const alike = all.filter((chapter) => withoutEnding(chapter.path) === plain);
  const isNote = isNameAlone && !/^(?:readme|index)$/i.test(basename(plain));
  const named = isNote ? all.filter((chapter) => basename(withoutEnding(chapter.path)) === basename(plain)) : [];
  const pages = all.filter((chapter) => folderOfPage(chapter.path) === plain);
  const [only, other] = [alike, pages, named].find(({ length }) => length > 0) ?? [];
  return other ? undefined : only;
}

/** Finds the only chapter that an address from the root of its website leads to (Jekyll, Docusaurus, VitePress). */
export function findChapterFromRoot<Chapter extends Files>(
  all: readonly Chapter[],
  address: string,
): Chapter | undefined {
  const plain = withoutEnding(address.replace(/[?#].*$/s, "").replace(/\/$/, ""));
  if (!plain.startsWith("/")) return undefined;
  const found = all.filter(
    ({ path }) => withoutEnding(path).endsWith(plain) || folderOfPage(path)?.endsWith(plain) === true,
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Returns the folder whose page a chapter is (GitHub, GitBook, Hugo), for links to the folder. */
function folderOfPage(path: string): string | undefined {
  const plain = withoutEnding(path);
  return /^(?:readme|_?index)$/i.test(basename(plain)) ? dirname(plain) : undefined;
}

function withoutEnding(path: string): string {
  return path.replace(/\.(?:md|markdown|mdx|qmd|rmd|ipynb|html?)$/i, "").normalize("NFC");
}
