import type { PDFDocument } from "@cantoo/pdf-lib";
import { readContent, writeContent } from "../read/page-content.ts";

/** A soft hyphen that the browser does not show: a glyph without a width. */
const hidden = /\/Span ?<<\s*\/ActualText <feff00ad>\s*>> ?BDC\s+([-\d.]+ [-\d.]+ Td )?<[0-9a-f]+> Tj\s+EMC\s+/gi;

/** A soft hyphen at a line end, followed by the visible hyphen in a text object of its own. */
const shown = new RegExp(
  String.raw`(${hidden.source}ET\s+)(BT\s+/\S+ \S+ Tf\s+[-\d. ]+ Tm\s+<[0-9a-f]{4}> Tj\s+ET)`,
  "gi",
);

/**
 * Removes unused soft hyphens, and marks the visible hyphens of divided words as soft, so that programs rejoin the
 * words when copying, searching or reading aloud (ISO 32000-1, 14.8.2.2.3). Must run before pages are read: changes are
 * positioned in the content as it is then.
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

/** The UTF-16 text of a ligature, which may contain a soft hyphen. */
const longer = /(ActualText <feff)((?:[0-9a-f]{4}){2,})/gi;

function withoutSoft(units: string): string {
  return (units.match(/.{4}/g) ?? []).filter((unit) => unit.toLowerCase() !== "00ad").join("");
}
