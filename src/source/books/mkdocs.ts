import { isMap } from "../../config/key-paths.ts";
import { type BookEntry, type BookFile, type BookList, filesOf, isFile, partOf } from "./book-list.ts";

/** Reads `mkdocs.yml` (https://www.mkdocs.org/user-guide/configuration/#nav). Files are in `docs_dir`. */
export function readMkdocs(value: unknown): BookList & { readonly folder: string } {
  const settings = isMap(value) ? value : {};
  const { site_name: title, site_author: author, site_description: description, docs_dir: folder, nav } = settings;
  const theme = isMap(settings["theme"]) ? settings["theme"] : {};
  const about = { title, author, description, lang: theme["language"] };
  return { about, entries: entriesOf(nav), folder: typeof folder === "string" ? folder : "docs" };
}

function entriesOf(value: unknown): BookEntry[] {
  return Array.isArray(value) ? value.flatMap(entryOf) : [];
}

function entryOf(value: unknown): BookEntry[] {
  if (typeof value === "string") return isFile(value) ? [{ file: value }] : [];
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([name, inner]): BookEntry[] => {
    if (typeof inner !== "string") return partOf(name, filesOf(entriesOf(inner)));
    const file: BookFile = { file: inner, name };
    return isFile(inner) ? [file] : [];
  });
}
