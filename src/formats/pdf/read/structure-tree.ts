import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRef,
} from "@cantoo/pdf-lib";
import { asName, toName } from "./objects.ts";

// Short helpers for the structure tree (ISO 32000-1, 14.7), which keep the repairs readable.

/** A structure element with its reference. */
export interface Element {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
}

/** Returns all elements below the structure tree's root in reading order, parents before children. */
export function elementsOf(document: PDFDocument): Element[] {
  const dict = document.catalog.lookupMaybe(toName("StructTreeRoot"), PDFDict);
  const found: Element[] = [];
  if (!dict) return found;
  const known = roots.get(document);
  const root = known?.dict === dict ? known : { dict };
  roots.set(document, root);
  collect(document.context, root, found);
  return found;
}

/** An element or the root, with the elements below it as they were when they were last read. */
interface Node {
  readonly dict: PDFDict;
  kids?: PDFObject | undefined;
  children?: (Element & Node)[];
}

/** Repairs read the whole tree one after the other, and each changes little of it. */
const roots = new WeakMap<PDFDocument, Node>();

export function withDescendants(context: PDFContext, element: Element): Element[] {
  const found = [element];
  collect(context, { dict: element.dict }, found);
  return found;
}

function collect(context: PDFContext, parent: Node, found: Element[]): void {
  const kids = parent.dict.get(toName("K"));
  // The list of an element's children is never changed, but replaced: `setKids`.
  if (!parent.children || parent.kids !== kids) {
    const earlier = new Map(parent.children?.map((child) => [child.ref, child]));
    parent.children = childrenOf(context, parent.dict).map((child) => earlier.get(child.ref) ?? child);
    parent.kids = kids;
  }
  for (const child of parent.children) {
    found.push(child);
    collect(context, child, found);
  }
}

/** Returns an element's child elements, without marked content and annotations. */
export function childrenOf(context: PDFContext, parent: PDFDict): Element[] {
  return kidsOf(context, parent).flatMap((kid) => elementAt(context, kid) ?? []);
}

function elementAt(context: PDFContext, kid: PDFObject): Element | undefined {
  const dict = kid instanceof PDFRef ? context.lookup(kid) : undefined;
  return kid instanceof PDFRef && dict instanceof PDFDict && dict.has(toName("S")) ? { ref: kid, dict } : undefined;
}

/** Returns the entries of `/K`: elements, marked-content numbers and references. */
export function kidsOf(context: PDFContext, parent: PDFDict): PDFObject[] {
  const kids = parent.get(toName("K"));
  const list = context.lookup(kids);
  if (list instanceof PDFArray) return list.asArray();
  return kids === undefined ? [] : [kids];
}

export function setKids(context: PDFContext, parent: PDFDict, kids: readonly PDFObject[]): void {
  parent.set(toName("K"), context.obj([...kids]));
}

export function typeOf(dict: PDFDict): string {
  return asName(dict.lookup(toName("S"))) ?? "";
}

export function setType(dict: PDFDict, type: string): void {
  dict.set(toName("S"), toName(type));
}

const pagesOf = new WeakMap<PDFDocument, ReadonlyMap<unknown, PDFPage>>();

/** Maps nodes to pages; pdf-lib finds a page only by iterating over all of them. */
function pagesByNode(document: PDFDocument): ReadonlyMap<unknown, PDFPage> {
  const known = pagesOf.get(document);
  if (known?.size === document.getPageCount()) return known;
  const found = new Map(document.getPages().map((page) => [page.node, page]));
  pagesOf.set(document, found);
  return found;
}

/** A piece of marked content: its page and number. */
export interface MarkedContent {
  readonly page: PDFPage;
  readonly number: number;
}

/** Returns an element's own marked content: numbers on the element's page, or references (ISO 32000-1, 14.7.4.2). */
export function marksOf(document: PDFDocument, { dict }: Element): MarkedContent[] {
  return kidsOf(document.context, dict).flatMap((kid) => {
    const object = document.context.lookup(kid);
    const number = object instanceof PDFDict ? object.lookup(toName("MCID")) : object;
    if (!(number instanceof PDFNumber)) return [];
    const node = (object instanceof PDFDict ? object.lookup(toName("Pg")) : undefined) ?? dict.lookup(toName("Pg"));
    const page = pagesByNode(document).get(node);
    return page ? [{ page, number: number.asNumber() }] : [];
  });
}

/** Returns the annotations that an element encloses (object references, ISO 32000-1, 14.7.4.3). */
export function annotationsOf(context: PDFContext, element: PDFDict): PDFDict[] {
  return kidsOf(context, element).flatMap((kid) => {
    const reference = context.lookup(kid);
    const isReference = reference instanceof PDFDict && reference.get(toName("Type")) === toName("OBJR");
    const annotation = isReference ? reference.lookup(toName("Obj")) : undefined;
    return annotation instanceof PDFDict ? [annotation] : [];
  });
}

/** Returns an element's parent; `undefined` for a topmost element. */
export function parentOf(context: PDFContext, { dict }: Element): Element | undefined {
  const ref = dict.get(toName("P"));
  const parent = context.lookup(ref);
  return ref instanceof PDFRef && parent instanceof PDFDict && parent.has(toName("S"))
    ? { ref, dict: parent }
    : undefined;
}

/** Inserts a new element between a parent and some of its children, at the place of the first of them. */
export function wrap(context: PDFContext, parent: Element, children: readonly Element[], type: string): Element {
  const dict = context.obj({ Type: "StructElem", S: type, P: parent.ref, K: children.map(({ ref }) => ref) });
  const ref = context.register(dict);
  const moved = new Set(children.map((child) => child.ref));
  const first = children[0]?.ref;
  const kids = kidsOf(context, parent.dict).flatMap((kid) => {
    if (kid === first) return [ref];
    return kid instanceof PDFRef && moved.has(kid) ? [] : [kid];
  });
  setKids(context, parent.dict, kids);
  for (const child of children) child.dict.set(toName("P"), ref);
  return { ref, dict };
}
