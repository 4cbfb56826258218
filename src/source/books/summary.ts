import { type BookEntry, type BookFile, isFile, partOf } from "./book-list.ts";
import { decodeAddress } from "../../model/address.ts";

/** A link; its address may be in angle brackets, or have parentheses in pairs (CommonMark 0.31, 6.3). */
const link =
  /^\s*(?:[-*+]\s+|\d+[.)]\s+)?\[((?:[^\]\\]|\\.)*)\]\(\s*(?:<([^<>]*)>|((?:[^()]|\([^()]*\))*?))(?:\s+"[^"]*")?\s*\)/;
const heading = /^#{1,6}\s(.*)$/;

/**
 * Reads `SUMMARY.md` of mdBook (https://rust-lang.github.io/mdBook/format/summary.html) and GitBook, or `_sidebar.md`
 * of Docsify: a list of links to chapters, with headings for parts. A thematic break ends a part.
 */
export function readSummary(text: string): BookEntry[] {
  const entries: BookEntry[] = [];
  let part: string | undefined;
  let chapters: BookFile[] = [];
  const close = (next?: string): void => {
    entries.push(...partOf(part, chapters));
    part = next;
    chapters = [];
  };
  for (const [index, line] of text
    .replaceAll(/<!--[\s\S]*?-->/g, "")
    .split("\n")
    .entries()) {
    const title = heading
      .exec(line)?.[1]
      ?.trim()
      .replace(/(?<!#)#+$/, "")
      .trimEnd();
    if (title !== undefined) close(isOpening(title, index) ? undefined : title);
    else if (/^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line)) close();
    else {
      const [, name = "", bracketed, plain = ""] = link.exec(line) ?? [];
      const address = bracketed ?? plain;
      const file = decodeAddress(address.replace(/#.*$/s, ""));
      if (isFile(address) && file !== "") chapters.push({ file, name: name.replaceAll(/\\(.)/g, "$1") });
    }
  }
  close();
  return entries;
}

/** Reports whether a heading is that of the list itself. */
function isOpening(title: string, index: number): boolean {
  return index < 3 && /^(?:summary|table of contents|contents)$/i.test(title);
}
