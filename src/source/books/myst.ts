import { isMap } from "../../config/key-paths.ts";
import { type BookEntry, type BookFile, type BookList, filesOf, isFile, partOf } from "./book-list.ts";

/**
 * Reads `myst.yml` (https://mystmd.org/guide/table-of-contents) or `_toc.yml` of Jupyter Book 1
 * (https://jupyterbook.org/v1/structure/toc.html). Entries may leave out the file extension.
 */
export function readMyst(value: unknown): BookList {
  if (!isMap(value)) return { about: {}, entries: [] };
  const project = isMap(value["project"]) ? value["project"] : {};
  const { toc, title, subtitle, authors, date, license, doi, description, keywords, bibliography } = project;
  const about = { title, subtitle, authors, date, license, doi, description, keywords, bibliography };
  const root = typeof value["root"] === "string" ? [{ file: value["root"] }] : [];
  return { about, entries: [...root, ...entriesOf(toc ?? value["parts"] ?? value["chapters"] ?? value["sections"])] };
}

function entriesOf(value: unknown): BookEntry[] {
  return Array.isArray(value) ? value.flatMap(entryOf) : [];
}

function entryOf(value: unknown): BookEntry[] {
  if (typeof value === "string") return isFile(value) ? [{ file: value }] : [];
  if (!isMap(value)) return [];
  const { file, title, caption, children, chapters, sections } = value;
  const inner = filesOf(entriesOf(children ?? chapters ?? sections));
  const name = [title, caption].find((candidate) => typeof candidate === "string");
  const own: BookFile[] = typeof file === "string" && isFile(file) ? [{ file, name }] : [];
  return own.length > 0 ? [...own, ...inner] : partOf(name, inner);
}
