import { createHash } from "node:crypto";
import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRawStream, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { partsOf } from "../read/objects.ts";

/** Streams already in the joined file, by digest. */
export type Known = Map<string, PDFRef>;

/** Bytes. Sharing a smaller stream is not worth its digest. */
const leastShared = 256;

/**
 * Renumbers everything reachable from some objects. Returns the objects to write, and a function from old to new
 * references. Streams that are already known, such as fonts, are written once.
 */
export function moveObjects(
  context: PDFContext,
  from: readonly PDFObject[],
  reserve: () => PDFRef,
  known: Known,
): { readonly objects: (readonly [PDFRef, PDFObject])[]; readonly moved: (ref: PDFRef) => PDFRef } {
  const places = new Map<PDFRef, PDFRef>();
  const objects: (readonly [PDFRef, PDFObject])[] = [];
  const open: PDFObject[] = [...from].toReversed();
  while (open.length > 0) {
    const next = open.pop();
    if (next instanceof PDFRef) {
      const object = context.lookup(next);
      if (places.has(next) || !object) continue;
      const digest = digestOf(object);
      const same = digest === undefined ? undefined : known.get(digest);
      const place = same ?? reserve();
      places.set(next, place);
      if (same) continue;
      if (digest !== undefined) known.set(digest, place);
      objects.push([place, object]);
      open.push(object);
    } else for (const part of partsOf(next).toReversed()) open.push(part);
  }
  const moved = (ref: PDFRef): PDFRef => places.get(ref) ?? ref;
  const direct = from.filter((object) => !(object instanceof PDFRef));
  for (const object of [...objects.map(([, entry]) => entry), ...direct]) refer(object, places);
  return { objects, moved };
}

/** Returns a digest for streams without references. */
function digestOf(object: PDFObject): string | undefined {
  if (!(object instanceof PDFRawStream) || object.contents.length < leastShared) return undefined;
  const dictionary = object.dict.toString();
  if (/ R\b/.test(dictionary)) return undefined;
  return createHash("sha256").update(dictionary).update(object.contents).digest("base64");
}

function refer(object: PDFObject, places: ReadonlyMap<PDFRef, PDFRef>): void {
  if (object instanceof PDFStream) refer(object.dict, places);
  if (object instanceof PDFArray) {
    for (const [index, item] of object.asArray().entries()) {
      if (item instanceof PDFRef) object.set(index, places.get(item) ?? item);
      else refer(item, places);
    }
  }
  if (object instanceof PDFDict) {
    for (const [key, item] of object.entries()) {
      if (item instanceof PDFRef) object.set(key, places.get(item) ?? item);
      else refer(item, places);
    }
  }
}
