import { type PDFContext, PDFDict, PDFHexString, PDFName, type PDFRef } from "@cantoo/pdf-lib";
import type { ContentsEntry } from "../../../model/publication.ts";
import { destinationName } from "../read/link-target.ts";
import type { Job } from "./repair.ts";

/** The most bookmarks shown initially. */
const mostShown = 40;

/**
 * Writes bookmarks (ISO 32000-1, 12.3.3) for headings and the pages of the counted edition, each with its named
 * destination, expanded to the deepest level at which they fit on the screen.
 */
export function writeOutline({ document: { catalog, context }, outline: entries }: Job): void {
  if (entries.length === 0) {
    catalog.delete(PDFName.of("Outlines"));
    return;
  }
  const levels = openLevels(entries);
  const outline = PDFDict.withContext(context);
  outline.set(PDFName.of("Type"), PDFName.of("Outlines"));
  addItems(context, { dict: outline, ref: context.register(outline) }, entries, levels);
  outline.set(PDFName.of("Count"), context.obj(linesOf(entries, levels)));
  catalog.set(PDFName.of("Outlines"), context.getObjectRef(outline) as PDFRef);
}

/** Returns how many entries are visible when this many levels are expanded. */
function linesOf(entries: readonly ContentsEntry[], levels: number): number {
  if (levels < 1) return 0;
  return entries.reduce((sum, { children }) => sum + 1 + linesOf(children, levels - 1), 0);
}

function openLevels(entries: readonly ContentsEntry[]): number {
  let levels = 1;
  while (levels < 6 && linesOf(entries, levels + 1) <= mostShown) levels += 1;
  return levels;
}

interface Item {
  readonly dict: PDFDict;
  readonly ref: PDFRef;
}

/** Adds the items. `levels`: how many levels are expanded, including the items' own. */
function addItems(context: PDFContext, parent: Item, entries: readonly ContentsEntry[], levels: number): void {
  const items = entries.map((entry) => {
    const dict = context.obj({
      Title: PDFHexString.fromText(entry.title),
      Parent: parent.ref,
      Dest: destinationName(entry.id),
    });
    return { entry, dict, ref: context.register(dict) };
  });
  for (const [index, { entry, dict, ref }] of items.entries()) {
    const before = items[index - 1];
    const next = items[index + 1];
    if (before) dict.set(PDFName.of("Prev"), before.ref);
    if (next) dict.set(PDFName.of("Next"), next.ref);
    if (entry.children.length === 0) continue;
    addItems(context, { dict, ref }, entry.children, levels - 1);
    // Negative: closed until the reader opens it; the absolute value is the number of entries.
    const count = levels > 1 ? linesOf(entry.children, levels - 1) : -entry.children.length;
    dict.set(PDFName.of("Count"), context.obj(count));
  }
  const [first] = items;
  const last = items.at(-1);
  if (first) parent.dict.set(PDFName.of("First"), first.ref);
  if (last) parent.dict.set(PDFName.of("Last"), last.ref);
}
