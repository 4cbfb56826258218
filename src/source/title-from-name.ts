import { basename, dirname, extname } from "node:path";
import type { SourceFile } from "../model/source.ts";

/** From the file's name, or from the folder's where the file's says nothing. */
export function titleFromName(file: SourceFile, slug: string): string {
  const stem = basename(file.path, extname(file.path));
  const name = /^(?:_?index|readme)$/i.test(stem) ? basename(dirname(file.path)) : stem;
  return humanise((name === "article" ? slug : name).replace(/^[\d\s._-]+(?=\D)/, ""));
}

/** "first-steps_here" as "First steps here". */
export function humanise(name: string): string {
  const words = name.replaceAll(/[-_.]+/g, " ").trim();
  return words === "" ? name : words[0]?.toUpperCase() + words.slice(1);
}
