import { PDFDict } from "@cantoo/pdf-lib";
import { type Check, type Finding, unless } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { elementsThat, placeOf } from "./place.ts";
import { dictOf, get, items, nameOf, textOf } from "../read/objects.ts";
import { isStandardType, namespaces } from "../read/standard-types.ts";
import { attributeOf, roleOf, type StructureElement } from "../read/structure.ts";

/** Checks for the structure tree and the role map. */
export const tagChecks: readonly Check[] = [
  {
    checkpoint: "7.1-11",
    clause: { "ua-1": "ISO 14289-1, 7.1; ISO 19005-2, 6.7.3", "ua-2": "ISO 14289-2, 8.2.1 and 8.2.5.2" },
    what: "The structure tree is missing, or is not a single Document.",
    find: ({ elements }) => {
      const tops = elements.filter(({ parent }) => parent === undefined);
      return unless(tops.length === 1 && tops[0]?.role === "Document");
    },
  },
  {
    checkpoint: "7.1-12",
    clause: { "ua-1": "ISO 14289-1, 7.1 (ISO 32000-1, 14.7.2)", "ua-2": "ISO 14289-2, 8.2.1" },
    what: "An element does not refer to its parent.",
    find: (file) => {
      const root = dictOf(file.catalog, "StructTreeRoot");
      return elementsThat(file, ({ dict, parent }) => get(dict, "P") !== (parent?.dict ?? root));
    },
  },
  {
    checkpoint: "6.7.3-2",
    clause: { "ua-1": "ISO 19005-2, 6.7.3" },
    what: "A structure element has no type StructElem.",
    find: (file) => elementsThat(file, ({ dict }) => nameOf(dict, "Type") !== "StructElem"),
  },
  {
    checkpoint: "02-001",
    clause: { "ua-1": "ISO 14289-1, 7.1", "ua-2": "ISO 14289-2, 8.2.4" },
    what: "A structure type is neither standard nor mapped to a standard one.",
    find: (file) =>
      elementsThat(file, (element) => {
        const role = roleIn(file, element);
        return !role.isCircular && !isKnown(file, element, role.name);
      }),
  },
  {
    checkpoint: "02-003",
    clause: { "ua-1": "ISO 14289-1, 7.1", "ua-2": "ISO 14289-2, 8.2.4" },
    what: "The role map has a cycle.",
    find: (file) => elementsThat(file, (element) => roleIn(file, element).isCircular),
  },
  {
    checkpoint: "02-004",
    clause: { "ua-1": "ISO 14289-1, 7.1", "ua-2": "ISO 14289-2, 8.2.4" },
    what: "A standard structure type is mapped to another one.",
    find: ({ catalog, standard }) => {
      const types = dictOf(dictOf(catalog, "StructTreeRoot"), "RoleMap")?.keys() ?? [];
      return types
        .map((type) => type.decodeText())
        .filter((type) => isStandardType(standard, type))
        .map((type) => ({ where: `the type ${type}` }));
    },
  },
  {
    checkpoint: "14.7.2-id",
    clause: { "ua-1": "ISO 32000-1, 14.7.2", "ua-2": "ISO 32000-2, 14.7.2" },
    what: "Two elements have the same ID.",
    find: (file) => {
      const named = file.elements.filter(({ dict, role }) => textOf(dict, "ID") && role !== "Note");
      const byId = Map.groupBy(named, ({ dict }) => textOf(dict, "ID"));
      return [...byId.values()].flatMap((same) => same.slice(1).map((element) => placeOf(file, element)));
    },
  },
  {
    checkpoint: "14.8.5-bbox",
    clause: { "ua-1": "ISO 32000-1, 14.8.5.4.3", "ua-2": "ISO 32000-2, 14.8.5.4.3" },
    what: "The bounding box of an element is not a rectangle.",
    find: findBoxes,
  },
];

function roleIn({ catalog, standard }: PdfFile, { type, namespace }: StructureElement) {
  const roles = dictOf(dictOf(catalog, "StructTreeRoot"), "RoleMap");
  return roleOf(roles, type, (name) => isStandardType(standard, name, namespace));
}

function isKnown({ standard }: PdfFile, { namespace }: StructureElement, role: string): boolean {
  return isStandardType(standard, role, namespace);
}

/** A BBox must be four numbers that span an area. */
function findBoxes(file: PdfFile): Finding[] {
  return elementsThat(file, (element) => {
    const box = attributeOf(element, "Layout", "BBox");
    if (box === undefined) return false;
    const sides =
      String(box)
        .match(/-?[\d.]+/g)
        ?.map(Number) ?? [];
    const [left = 0, bottom = 0, right = 0, top = 0] = sides;
    return sides.length !== 4 || right <= left || top <= bottom;
  });
}

/** Checks for the namespaces of elements in PDF 2.0. */
export const namespaceChecks: readonly Check[] = [
  {
    checkpoint: "8.2.5.2-2",
    clause: { "ua-2": "ISO 14289-2, 8.2.5.2" },
    what: "The document's own element is not one of PDF 2.0.",
    find: (file) => elementsThat(file, ({ parent, namespace }) => !parent && namespace !== namespaces.pdf20),
  },
  {
    checkpoint: "14.7.4-namespaces",
    clause: { "ua-2": "ISO 32000-2, 14.7.4.2" },
    what: "An element names a namespace that the structure tree does not list.",
    find: (file) => {
      const listed = new Set(namespacesOf(file));
      return elementsThat(file, ({ dict }) => {
        const own = get(dict, "NS");
        return own !== undefined && !(own instanceof PDFDict && listed.has(own));
      });
    },
  },
];

function namespacesOf({ catalog }: PdfFile): PDFDict[] {
  return items(dictOf(catalog, "StructTreeRoot"), "Namespaces").filter((namespace) => namespace instanceof PDFDict);
}
