import { basename, dirname, extname } from "node:path";
import type { SourceFile } from "../model/source.ts";

/** Returns a title from the file name, or from the folder name where the file name is generic. */
export function titleFromName(file: SourceFile, slug: string): string {
  const stem = basename(file.path, extname(file.path));
  const name = /^(?:_?index|readme)$/i.test(stem) ? basename(dirname(file.path)) : stem;
  return humanise((name === "article" ? slug : name).replace(/^[\d\s._-]+(?=\D)/, ""));
}

/** Converts "first-steps_here" to "First steps here". */
export function humanise(name: string): string {
  const words = name.replaceAll(/[-_.]+/g, " ").trim();
  return words === "" ? name : words[0]?.toUpperCase() + words.slice(1);
}
