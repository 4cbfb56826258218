import { isMap } from "../../config/key-paths.ts";
import type { BookList } from "./book-list.ts";

/**
 * Reads `_bookdown.yml` (https://bookdown.org/yihui/bookdown/configuration.html): the files, or none for their natural
 * order.
 */
export function readBookdown(value: unknown): BookList {
  const files = isMap(value) ? value["rmd_files"] : undefined;
  const list = isMap(files) ? (files["latex"] ?? files["html"] ?? Object.values(files)[0]) : files;
  const names = Array.isArray(list) ? list.filter((name) => typeof name === "string") : [];
  return { about: {}, entries: names.map((file) => ({ file })) };
}
