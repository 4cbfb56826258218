import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { asText } from "../read/objects.ts";
import { elementsOf, kidsOf } from "../read/structure-tree.ts";

/** A finished document that is being joined to others, taken apart. */
export interface Part {
  readonly document: PDFDocument;
  readonly title: string;
  /** The root of its page tree. */
  readonly pages: PDFRef;
  readonly firstPage: PDFRef;
  readonly pageCount: number;
  /** The media box of its last page: left, bottom, right and top in points. */
  readonly mediaBox: readonly number[];
  /** The topmost elements of its structure tree. */
  readonly tops: readonly PDFRef[];
  /** Entries of its parent tree: keys and values. */
  readonly parents: readonly (readonly [key: number, parent: PDFObject])[];
  /** Elements with an ID, sorted by ID. */
  readonly ids: readonly (readonly [id: PDFString, element: PDFRef])[];
  readonly bookmarks: readonly PDFRef[];
}

const name = PDFName.of.bind(PDFName);

/** Opens a document. `prefix` makes its IDs unique. Named destinations in its links are replaced by explicit ones. */
export async function openPart(bytes: Uint8Array, prefix: string): Promise<Part> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const { catalog, context } = document;
  settleDestinations(document);
  const structure = catalog.lookup(name("StructTreeRoot"), PDFDict);
  const pages = document.getPages();
  const [first] = pages;
  const last = pages.at(-1)?.getMediaBox();
  if (!first || !last) throw new Error("A part has no pages.");
  return {
    document,
    title: document.getTitle() ?? "",
    pages: catalog.get(name("Pages")) as PDFRef,
    firstPage: first.ref,
    pageCount: pages.length,
    mediaBox: [last.x, last.y, last.x + last.width, last.y + last.height],
    tops: kidsOf(context, structure).filter((kid) => kid instanceof PDFRef),
    parents: parentsIn(structure.lookupMaybe(name("ParentTree"), PDFDict)),
    ids: prefixIds(document, prefix),
    bookmarks: bookmarksOf(catalog.lookupMaybe(name("Outlines"), PDFDict)),
  };
}

/**
 * Shifts the keys by which pages and annotations find their elements (14.7.4.4), so that they follow those of other
 * parts.
 */
export function raiseKeys({ document: { context } }: Part, by: number): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) continue;
    for (const key of ["StructParents", "StructParent"]) {
      const value = dict.get(name(key));
      if (value instanceof PDFNumber) dict.set(name(key), context.obj(value.asNumber() + by));
    }
  }
}

/** Replaces named destinations by explicit ones (ISO 32000-1, 12.3.2.3). */
function settleDestinations({ catalog, context }: PDFDocument): void {
  const names = catalog.lookupMaybe(name("Dests"), PDFDict);
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const action = object.lookup(name("A"));
    settle(object, "Dest");
    if (action instanceof PDFDict) settle(action, "D");
  }
  function settle(holder: PDFDict, key: string): void {
    const named = holder.get(name(key));
    const place = named instanceof PDFName ? names?.lookup(named) : undefined;
    if (place instanceof PDFArray) holder.set(name(key), context.obj([...place.asArray()]));
  }
}

/** Returns the entries of a number tree (7.9.7). */
function parentsIn(node: PDFDict | undefined): (readonly [number, PDFObject])[] {
  const kids = node?.lookupMaybe(name("Kids"), PDFArray)?.asArray() ?? [];
  const below = kids.flatMap((_, index) => {
    const kid = node?.lookup(name("Kids"), PDFArray).lookup(index);
    return kid instanceof PDFDict ? parentsIn(kid) : [];
  });
  const list = node?.lookupMaybe(name("Nums"), PDFArray)?.asArray() ?? [];
  const own = list.flatMap((key, index) => {
    const parent = list[index + 1];
    return index % 2 === 0 && key instanceof PDFNumber && parent ? [[key.asNumber(), parent] as const] : [];
  });
  return [...own, ...below];
}

/** Prefixes every ID, and the references of cells to header IDs (14.7.2, 14.8.5.7). */
function prefixIds(document: PDFDocument, prefix: string): Part["ids"] {
  const { context } = document;
  const ids: (readonly [string, PDFRef])[] = [];
  for (const { dict, ref } of elementsOf(document)) {
    const id = asText(dict.lookup(name("ID")));
    if (id !== undefined) {
      dict.set(name("ID"), PDFString.of(prefix + id));
      ids.push([prefix + id, ref]);
    }
    const attributes = dict.lookup(name("A"));
    for (const item of attributes instanceof PDFArray ? attributes.asArray() : [attributes]) {
      const attribute = context.lookup(item);
      const headers = attribute instanceof PDFDict ? attribute.lookup(name("Headers")) : undefined;
      if (!(headers instanceof PDFArray)) continue;
      for (const [index, header] of headers.asArray().entries()) {
        headers.set(index, PDFString.of(prefix + (asText(header) ?? "")));
      }
    }
  }
  return ids.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, element]) => [PDFString.of(id), element] as const);
}

function bookmarksOf(outline: PDFDict | undefined): PDFRef[] {
  const found: PDFRef[] = [];
  for (let next = outline?.get(name("First")); next instanceof PDFRef;) {
    found.push(next);
    next = outline?.context.lookup(next, PDFDict).get(name("Next"));
  }
  return found;
}
