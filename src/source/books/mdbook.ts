import { isMap } from "../../config/key-paths.ts";

/**
 * Reads `book.toml` of mdBook (https://rust-lang.github.io/mdBook/format/configuration/general.html) or `book.json` of
 * GitBook.
 */
export function readBookSettings(value: unknown): { about: Record<string, unknown>; folder: string | undefined } {
  const settings = isMap(value) ? value : {};
  const book = isMap(settings["book"]) ? settings["book"] : settings;
  const { title, authors, author, description, language, src, root } = book;
  const folder = [src, root].find((candidate) => typeof candidate === "string");
  return { about: { title, author: authors ?? author, description, language }, folder };
}
