import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, type PDFRef } from "@cantoo/pdf-lib";
import type { PdfStandard } from "../../../src/model/pdf-standard.ts";
import { readContent, writeContent } from "../../../src/formats/pdf/read/page-content.ts";

/** A sound file made unsound in one way. */
export interface Mutation {
  /** The checkpoints that must be raised, and no other. */
  readonly raises: readonly string[];
  readonly title: string;
  /** Under the first standard where it is left out. */
  readonly standard?: PdfStandard;
  /** A change in the objects. */
  readonly change?: (document: PDFDocument) => void;
  /** A change in the bytes, one character for each. */
  readonly edit?: (text: string) => string;
}

/** `[checkpoints, title, change]`, as they are written in the lists. */
export type Row = readonly [raises: string, title: string, change: (document: PDFDocument) => void];

export function mutations(rows: readonly Row[], standard: PdfStandard = "ua-1"): Mutation[] {
  return rows.map(([raises, title, change]) => ({ raises: raises.split(" "), title, change, standard }));
}

export const name = PDFName.of.bind(PDFName);

/** The bytes after a mutation. */
export async function mutate(bytes: Uint8Array, { change, edit }: Mutation): Promise<Uint8Array> {
  if (edit) {
    const text = Buffer.from(bytes).toString("latin1");
    const edited = edit(text);
    if (edited === text) throw new Error("The mutation changes nothing.");
    return new Uint8Array(Buffer.from(edited, "latin1"));
  }
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  change?.(document);
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

export function dictsWith({ context }: PDFDocument, key: string, value: string): PDFDict[] {
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFRawStream ? object.dict : object))
    .filter((object) => object instanceof PDFDict)
    .filter((dict) => dict.get(name(key)) === name(value));
}

/** A dictionary by one of its names, such as an element by its type. */
export function first(document: PDFDocument, key: string, value: string): PDFDict {
  const [dict] = dictsWith(document, key, value);
  if (!dict) throw new Error(`There is no ${value}.`);
  return dict;
}

export function element(document: PDFDocument, type: string): PDFDict {
  return first(document, "S", type);
}

export function refOf({ context }: PDFDocument, dict: PDFDict): PDFRef {
  const ref = context.getObjectRef(dict);
  if (!ref) throw new Error("The object has no number.");
  return ref;
}

export function page({ context, catalog }: PDFDocument, index = 0): PDFDict {
  const kids = catalog.lookup(name("Pages"), PDFDict).lookup(name("Kids"), PDFArray);
  const found = context.lookup(kids.get(index), PDFDict);
  return found.has(name("Kids")) ? context.lookup(found.lookup(name("Kids"), PDFArray).get(0), PDFDict) : found;
}

/** Change what a page paints. */
export function repaint(document: PDFDocument, change: (content: string) => string, index = 0): void {
  const target = document.getPage(index);
  writeContent(target, change(readContent(target)));
}

/** Put a new element with these kids below the document's own. */
export function append(
  document: PDFDocument,
  type: string,
  kids: readonly PDFObject[] = [],
  parent?: PDFDict,
): PDFDict {
  const { context } = document;
  const around = parent ?? element(document, "Document");
  const dict = context.obj({ Type: "StructElem", S: type, P: refOf(document, around), K: [...kids] });
  const namespace = around.get(name("NS"));
  if (namespace) dict.set(name("NS"), namespace);
  kidsOf(around).push(context.register(dict));
  return dict;
}

/** The kids of an element as an array that can be changed. */
export function kidsOf(dict: PDFDict): PDFArray {
  const kids = dict.lookup(name("K"));
  if (kids instanceof PDFArray) return kids;
  const list = PDFArray.withContext(dict.context);
  if (dict.has(name("K"))) list.push(dict.get(name("K")) as PDFObject);
  dict.set(name("K"), list);
  return list;
}

/** Put an annotation on the first page, within an element of this type if one is given. */
export function annotate(document: PDFDocument, entries: Record<string, string | number>, type?: string): PDFDict {
  const { context, catalog } = document;
  const root = catalog.lookup(name("StructTreeRoot"), PDFDict);
  const dict = context.obj({ Type: "Annot", F: 4, Rect: [10, 10, 20, 20], ...entries });
  const ref = context.register(dict);
  page(document).lookup(name("Annots"), PDFArray).push(ref);
  if (type !== undefined) {
    const key = 9999;
    const owner = append(document, type, [context.obj({ Type: "OBJR", Obj: ref, Pg: document.getPage(0).ref })]);
    dict.set(name("StructParent"), context.obj(key));
    const nums = root.lookup(name("ParentTree"), PDFDict).lookup(name("Nums"), PDFArray);
    nums.push(context.obj(key));
    nums.push(refOf(document, owner));
  }
  return dict;
}

/** A stream of no meaning, registered. */
export function stream(
  { context }: PDFDocument,
  entries: Record<string, string | number | boolean>,
  data = "",
): PDFRef {
  return context.register(context.stream(data, entries));
}

/** Add to one kind of resources of the first page. */
export function addResource(document: PDFDocument, kind: string, object: PDFObject): void {
  const resources = page(document).lookup(name("Resources"), PDFDict);
  const known = resources.lookup(name(kind));
  const dict = known instanceof PDFDict ? known : document.context.obj({});
  resources.set(name(kind), dict);
  dict.set(name("Mutant"), object);
}
