import { type PDFObject, PDFRef } from "@cantoo/pdf-lib";
import { partsOf } from "../read/objects.ts";
import type { Job } from "./repair.ts";

/** Removes unreachable objects, such as replaced streams and bookmarks. */
export function dropUnused({ document: { context } }: Job): void {
  const { Root, Info, ID } = context.trailerInfo;
  const reached = new Set<PDFRef>();
  const open: (PDFObject | undefined)[] = [Root, Info, ID];
  while (open.length > 0) {
    const object = open.pop();
    if (object instanceof PDFRef && !reached.has(object)) {
      reached.add(object);
      open.push(context.lookup(object));
    }
    for (const part of partsOf(object)) open.push(part);
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}
