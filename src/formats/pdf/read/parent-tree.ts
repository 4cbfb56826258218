import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { dictOf, get, items } from "./objects.ts";
import type { MarkedContent } from "./structure-tree.ts";
import { largest } from "../../../model/extremes.ts";

// The parent tree maps marked content and annotations to their elements (ISO 32000-1, 14.7.4.4).

/** Sets the element of a piece of marked content; `undefined` makes it an artifact. */
export function setOwner(document: PDFDocument, { page, number }: MarkedContent, owner: PDFRef | undefined): void {
  const key = page.node.lookupMaybe(PDFName.of("StructParents"), PDFNumber)?.asNumber();
  const owners = key === undefined ? undefined : document.context.lookup(entryOf(document, key));
  if (owners instanceof PDFArray) owners.set(number, owner ?? PDFNull);
}

/** Sets the element of an annotation, under its existing key or a new one. */
export function setOwnerOfAnnotation(document: PDFDocument, annotation: PDFDict, owner: PDFRef): void {
  const numbers = numbersOf(document);
  const existing = annotation.lookupMaybe(PDFName.of("StructParent"), PDFNumber)?.asNumber();
  const key = existing ?? 1 + largest(keysOf(numbers), -1);
  annotation.set(PDFName.of("StructParent"), PDFNumber.of(key));
  const index = keysOf(numbers).indexOf(key);
  if (index >= 0) numbers?.set(index * 2 + 1, owner);
  else {
    // Keys are sorted.
    const place = keysOf(numbers).filter((number) => number < key).length * 2;
    numbers?.insert(place, owner);
    numbers?.insert(place, PDFNumber.of(key));
  }
  const root = document.catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  root?.set(PDFName.of("ParentTreeNextKey"), PDFNumber.of(1 + largest(keysOf(numbers), key)));
}

function numbersOf(document: PDFDocument): PDFArray | undefined {
  const root = document.catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  return root?.lookupMaybe(PDFName.of("ParentTree"), PDFDict)?.lookupMaybe(PDFName.of("Nums"), PDFArray);
}

/** The position of each key in a list, cached until the list's size changes. */
const places = new WeakMap<PDFArray, { readonly size: number; readonly byKey: ReadonlyMap<number, number> }>();

function placesOf(numbers: PDFArray): ReadonlyMap<number, number> {
  const known = places.get(numbers);
  if (known?.size === numbers.size()) return known.byKey;
  const byKey = new Map(keysOf(numbers).map((key, index) => [key, index * 2 + 1]));
  places.set(numbers, { size: numbers.size(), byKey });
  return byKey;
}

function keysOf(numbers: PDFArray | undefined): number[] {
  const list = numbers?.asArray() ?? [];
  return list.flatMap((item, index) => (index % 2 === 0 && item instanceof PDFNumber ? [item.asNumber()] : []));
}

function entryOf(document: PDFDocument, key: number): PDFObject | undefined {
  const numbers = numbersOf(document);
  const place = numbers && placesOf(numbers).get(key);
  return place === undefined ? undefined : numbers?.get(place);
}

/** Returns the dereferenced values of a structure's parent tree, by key; it is a number tree (ISO 32000-1, 7.9.7). */
export function parentsOf(root: PDFDict | undefined): ReadonlyMap<number, PDFObject> {
  const found = new Map<number, PDFObject>();
  const read = (node: PDFDict | undefined): void => {
    const entries = get(node, "Nums");
    const list = entries instanceof PDFArray ? entries : undefined;
    for (const [index, key] of list?.asArray().entries() ?? []) {
      const value = index % 2 === 0 ? list?.lookup(index + 1) : undefined;
      if (value && key instanceof PDFNumber) found.set(key.asNumber(), value);
    }
    for (const kid of items(node, "Kids")) if (kid instanceof PDFDict) read(kid);
  };
  read(dictOf(root, "ParentTree"));
  return found;
}
