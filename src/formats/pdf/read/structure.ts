import { PDFDict, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import { listOf, dictOf, get, nameOf, numberOf, textOf } from "./objects.ts";

/** A structure element (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  /** The type as written. */
  readonly type: string;
  /** The standard type that it is or maps to; without a mapping, the type as written. */
  readonly role: string;
  /** The URI of its namespace, if it names one (ISO 32000-2, 14.7.4). */
  readonly namespace: string | undefined;
  readonly dict: PDFDict;
  readonly parent: StructureElement | undefined;
  readonly children: readonly StructureElement[];
  /** Its own marked content. */
  readonly content: readonly ContentItem[];
  /** The annotations that it encloses directly. */
  readonly annotations: readonly PDFDict[];
}

/** Marked content by page and number (ISO 32000-1, 14.7.4.2). */
export interface ContentItem {
  readonly page: PDFDict | undefined;
  readonly mcid: number;
}

/** The end of a role map chain (ISO 32000-1, 14.7.3). */
export interface Role {
  readonly name: string;
  readonly isCircular: boolean;
}

export function roleOf(roles: PDFDict | undefined, type: string, isStandard: (type: string) => boolean): Role {
  const seen = new Set<string>();
  let name = type;
  while (!isStandard(name) && !seen.has(name)) {
    seen.add(name);
    name = nameOf(roles, name) ?? name;
  }
  const isCircular = !isStandard(name) && seen.size > 1;
  return { name, isCircular };
}

/** Returns all elements below the root in reading order, parents before children. */
export function readStructure(
  root: PDFDict | undefined,
  toRole: (type: string, namespace: string | undefined) => string,
): StructureElement[] {
  const seen = new Set<PDFDict>();
  const read = (dict: PDFDict, parent: StructureElement | undefined, page: PDFDict | undefined): StructureElement[] => {
    const type = nameOf(dict, "S");
    if (type === undefined || seen.has(dict)) return [];
    seen.add(dict);
    const own = dictOf(dict, "Pg") ?? page;
    const namespace = textOf(dictOf(dict, "NS"), "NS");
    const children: StructureElement[] = [];
    const kids = listOf(get(dict, "K"));
    const element: StructureElement = {
      type,
      role: toRole(type, namespace),
      namespace,
      dict,
      parent,
      children,
      content: kids.flatMap((kid) => toContent(kid, own)),
      annotations: kids.flatMap(toAnnotation),
    };
    const below = kids.flatMap((kid) => {
      const elements = kid instanceof PDFDict ? read(kid, element, own) : [];
      if (elements[0]) children.push(elements[0]);
      return elements;
    });
    return [element, ...below];
  };
  return listOf(get(root, "K")).flatMap((kid) => (kid instanceof PDFDict ? read(kid, undefined, undefined) : []));
}

function toContent(kid: PDFObject, page: PDFDict | undefined): ContentItem[] {
  if (kid instanceof PDFNumber) return [{ page, mcid: kid.asNumber() }];
  if (!(kid instanceof PDFDict) || nameOf(kid, "Type") !== "MCR") return [];
  return [{ page: dictOf(kid, "Pg") ?? page, mcid: numberOf(kid, "MCID") ?? -1 }];
}

function toAnnotation(kid: PDFObject): PDFDict[] {
  const annotation = kid instanceof PDFDict && nameOf(kid, "Type") === "OBJR" ? dictOf(kid, "Obj") : undefined;
  return annotation ? [annotation] : [];
}

/**
 * Returns the path from the root, such as "Document > Sect > Figure", without elements that have no meaning of their
 * own.
 */
export function pathOf(element: StructureElement): string {
  const types: string[] = [];
  for (let step: StructureElement | undefined = element; step; step = step.parent) {
    if (step.type !== "NonStruct" || step === element) types.unshift(step.type);
  }
  return types.join(" > ");
}

/** Returns an attribute of an owner, such as `Scope` of Table (ISO 32000-1, 14.7.5). */
export function attributeOf({ dict }: StructureElement, owner: string, key: string): PDFObject | undefined {
  return listOf(get(dict, "A"))
    .filter((attribute) => attribute instanceof PDFDict)
    .filter((attribute) => nameOf(attribute, "O") === owner)
    .map((attribute) => get(attribute, key))
    .find((value) => value !== undefined);
}
