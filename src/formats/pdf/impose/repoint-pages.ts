import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRef,
} from "@cantoo/pdf-lib";
import { partsOf } from "../read/objects.ts";
import { elementsOf, kidsOf, setKids } from "../read/structure-tree.ts";
import { moveAcross } from "./move-across.ts";

/** Where a page was placed. */
export interface Placement {
  readonly side: PDFPage;
  /** Points moved to the right. */
  readonly dx: number;
  /** The number that its marked content starts from. */
  readonly firstId: number;
}

type Placements = ReadonlyMap<PDFRef, Placement>;

const pg = PDFName.of("Pg");
const mcid = PDFName.of("MCID");

/** Makes everything that leads to a page lead to its new side: structure, destinations, parent tree. */
export function repointPages(document: PDFDocument, placed: ReadonlyMap<PDFPage, Placement>): void {
  const placements = new Map([...placed].map(([page, placement]) => [page.ref, placement]));
  const { context } = document;
  const seen = new Set<PDFObject>();
  // Must run before the structure: destinations may name structure elements instead of pages.
  for (const [, object] of context.enumerateIndirectObjects()) repointDestinations(context, object, placements, seen);
  repointStructure(document, placements);
  joinParents(document, placed);
}

function repointStructure(document: PDFDocument, placements: Placements): void {
  const { context } = document;
  const moved = new Set<PDFObject>();
  for (const { dict } of elementsOf(document)) {
    const own = dict.get(pg);
    const placement = own instanceof PDFRef ? placements.get(own) : undefined;
    if (placement) moveBox(dict.lookup(PDFName.of("A")), placement.dx, moved);
    const kids = kidsOf(context, dict);
    if (kids.length > 0)
      setKids(
        context,
        dict,
        kids.map((kid) => repointKid(context, kid, own, placements)),
      );
    repoint(dict, placements);
  }
}

/** Moves the bounding box (14.8.5.4.3) in an element's attributes. */
function moveBox(attributes: PDFObject | undefined, dx: number, moved: Set<PDFObject>): void {
  if (attributes instanceof PDFArray) {
    for (const index of attributes.asArray().keys()) moveBox(attributes.lookup(index), dx, moved);
  }
  if (!(attributes instanceof PDFDict) || moved.has(attributes)) return;
  moved.add(attributes);
  moveAcross(attributes.lookup(PDFName.of("BBox")), dx);
}

/**
 * Updates a kid of an element: a marked-content number, or a reference to content or an object, with or without its own
 * page.
 */
function repointKid(
  context: PDFContext,
  kid: PDFObject,
  own: PDFObject | undefined,
  placements: Placements,
): PDFObject {
  if (kid instanceof PDFNumber) return PDFNumber.of(kid.asNumber() + firstIdOn(own, placements));
  const dict = context.lookup(kid);
  if (!(dict instanceof PDFDict) || dict.has(PDFName.of("S"))) return kid;
  const number = dict.lookupMaybe(mcid, PDFNumber);
  // Content in a stream of its own keeps its numbers.
  if (number && !dict.has(PDFName.of("Stm"))) {
    dict.set(mcid, PDFNumber.of(number.asNumber() + firstIdOn(dict.get(pg) ?? own, placements)));
  }
  repoint(dict, placements);
  return kid;
}

function firstIdOn(page: PDFObject | undefined, placements: Placements): number {
  return page instanceof PDFRef ? (placements.get(page)?.firstId ?? 0) : 0;
}

function repoint(dict: PDFDict, placements: Placements): void {
  const page = dict.get(pg);
  const placement = page instanceof PDFRef ? placements.get(page) : undefined;
  if (placement) dict.set(pg, placement.side.ref);
}

/**
 * Updates explicit destinations wherever they are: a page or structure element, a fit type, and coordinates (ISO
 * 32000-1, 12.3.2.2; ISO 32000-2, 12.3.2.3).
 */
function repointDestinations(
  context: PDFContext,
  object: PDFObject,
  placements: Placements,
  seen: Set<PDFObject>,
): void {
  if (seen.has(object)) return;
  seen.add(object);
  if (object instanceof PDFArray) {
    const [target, kind, x] = object.asArray();
    const found = target instanceof PDFRef && kind instanceof PDFName ? context.lookup(target) : undefined;
    const page = found instanceof PDFDict && found.has(pg) ? found.get(pg) : target;
    const placement = found && page instanceof PDFRef ? placements.get(page) : undefined;
    if (placement && page === target) object.set(0, placement.side.ref);
    if (placement && x instanceof PDFNumber && acrossFirst.has(kind)) {
      object.set(2, PDFNumber.of(x.asNumber() + placement.dx));
    }
  }
  for (const part of partsOf(object)) repointDestinations(context, part, placements, seen);
}

/** Destination types whose first number is a horizontal position. */
const acrossFirst = new Set<PDFObject | undefined>(["XYZ", "FitV", "FitR"].map((name) => PDFName.of(name)));

/** Joins the parent-tree entries, which map marked content to elements, of both pages of a side (14.7.4.4). */
function joinParents({ catalog, context }: PDFDocument, placed: ReadonlyMap<PDFPage, Placement>): void {
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const tree = root?.lookupMaybe(PDFName.of("ParentTree"), PDFDict);
  const entries = new Map(pairs(tree?.lookupMaybe(PDFName.of("Nums"), PDFArray)?.asArray() ?? []));
  const structParents = PDFName.of("StructParents");
  for (const [page, { side, firstId }] of placed) {
    const key = page.node.lookupMaybe(structParents, PDFNumber)?.asNumber();
    const parents = key === undefined ? undefined : context.lookupMaybe(entries.get(key), PDFArray)?.asArray();
    if (key === undefined || !parents) continue;
    const sideKey = side.node.lookupMaybe(structParents, PDFNumber)?.asNumber() ?? key;
    const before = sideKey === key ? [] : (context.lookupMaybe(entries.get(sideKey), PDFArray)?.asArray() ?? []);
    const padding = Array.from({ length: Math.max(0, firstId - before.length) }, () => PDFNull);
    if (sideKey !== key) entries.delete(key);
    entries.set(sideKey, context.obj([...before.slice(0, firstId), ...padding, ...parents]));
    side.node.set(structParents, PDFNumber.of(sideKey));
  }
  const sorted = [...entries].toSorted(([a], [b]) => a - b);
  tree?.set(PDFName.of("Nums"), context.obj(sorted.flatMap(([key, value]) => [PDFNumber.of(key), value])));
}

function pairs(list: readonly PDFObject[]): [number, PDFObject][] {
  return list.flatMap((key, index): [number, PDFObject][] => {
    const value = list[index + 1];
    return index % 2 === 0 && key instanceof PDFNumber && value ? [[key.asNumber(), value]] : [];
  });
}
