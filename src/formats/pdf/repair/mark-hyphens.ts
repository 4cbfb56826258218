import type { PDFDocument } from "@cantoo/pdf-lib";
import { readContent, writeContent } from "../read/page-content.ts";

/** How the browser writes a soft hyphen that it does not show: a glyph without a width. */
const hidden = /\/Span ?<<\s*\/ActualText <feff00ad>\s*>> ?BDC\s+([-\d.]+ [-\d.]+ Td )?<[0-9a-f]+> Tj\s+EMC\s+/gi;

/** One at the end of a line, and after it the hyphen that is shown, in a text object of its own. */
const shown = new RegExp(
  String.raw`(${hidden.source}ET\s+)(BT\s+/\S+ \S+ Tf\s+[-\d. ]+ Tm\s+<[0-9a-f]{4}> Tj\s+ET)`,
  "gi",
);

/**
 * Soft hyphens within a line are no text and go. The hyphen that is shown where a word is divided says that it is a soft
 * one, for programs to join the word when it is copied, searched or read aloud (ISO 32000-1, 14.8.2.2.3). This is done
 * before anything is read: what is to be changed on a page is counted from what is on it now.
 */
export function markHyphens(document: PDFDocument): void {
  for (const page of document.getPages()) {
    const content = readContent(page);
    if (!/ActualText <feff[0-9a-f]*00ad/i.test(content)) continue;
    const marked = content.replaceAll(shown, (_, before: string, _move: unknown, hyphen: string) => {
      return `${before}/Span <</ActualText <feff00ad>>> BDC\n${hyphen}\nEMC`;
    });
    const bare = marked.replaceAll(hidden, (_, move = "") => (move === "" ? "" : `${String(move).trimEnd()}\n`));
    writeContent(
      page,
      bare.replaceAll(longer, (_, start: string, units: string) => start + withoutSoft(units)),
    );
  }
}

/** The text of a ligature, in UTF-16, that a soft hyphen may be in the middle of. */
const longer = /(ActualText <feff)((?:[0-9a-f]{4}){2,})/gi;

function withoutSoft(units: string): string {
  return (units.match(/.{4}/g) ?? []).filter((unit) => unit.toLowerCase() !== "00ad").join("");
}
