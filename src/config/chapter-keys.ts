import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceFile } from "../model/source.ts";
import type { FrontMatter } from "./front-matter.ts";

/** Keys that a chapter may set; all others belong to the publication. */
const chapterKeys = ["title", "language", "prose", "reading-grade", "variables"];

/** Reports keys in a chapter's front matter that have no effect. */
export function unusedKeys(file: SourceFile, frontMatter: FrontMatter): Diagnostic[] {
  const keys = Object.keys(frontMatter).filter((key) => !chapterKeys.includes(key));
  if (keys.length === 0) return [];
  const message = `Of a chapter's front matter only ${chapterKeys.join(", ")} count, not: ${keys.join(", ")}.`;
  const location = { file: file.shown, position: { start: { line: 1, column: 1 } } };
  return [diagnostic("frontMatterUsed", message, "Put it into publication.yaml, for the whole publication.", location)];
}
