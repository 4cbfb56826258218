import { type PDFContext, PDFDict, PDFHexString, PDFName, type PDFRef } from "@cantoo/pdf-lib";
import { outlineOf } from "../../../model/outline.ts";
import type { ContentsEntry } from "../../../model/publication.ts";
import { destinationName } from "../link-target.ts";
import type { Job } from "../repair.ts";

/** Bookmarks (ISO 32000-1, 12.3.3) with the titles of the text, each leading to its named destination. */
export function writeOutline({ document: { catalog, context }, publication }: Job): void {
  const entries = outlineOf(publication);
  if (entries.length === 0) {
    catalog.delete(PDFName.of("Outlines"));
    return;
  }
  const outline = PDFDict.withContext(context);
  outline.set(PDFName.of("Type"), PDFName.of("Outlines"));
  addItems(context, outline, context.register(outline), entries);
  // The lines that show while everything below the first level is closed.
  outline.set(PDFName.of("Count"), context.obj(entries.length));
  catalog.set(PDFName.of("Outlines"), context.getObjectRef(outline) as PDFRef);
}

function addItems(context: PDFContext, parent: PDFDict, parentRef: PDFRef, entries: readonly ContentsEntry[]): void {
  const items = entries.map((entry) => {
    const dict = context.obj({
      Title: PDFHexString.fromText(entry.title),
      Parent: parentRef,
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
    addItems(context, dict, ref, entry.children);
    // Negative: closed until the reader opens it.
    dict.set(PDFName.of("Count"), context.obj(-entry.children.length));
  }
  const [first] = items;
  const last = items.at(-1);
  if (first) parent.set(PDFName.of("First"), first.ref);
  if (last) parent.set(PDFName.of("Last"), last.ref);
}
