import type { PDFDict } from "@cantoo/pdf-lib";
import type { Check, Finding } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { dictOf, get, has, items, nameOf, numberOf, textOf } from "../read/objects.ts";
import { pathOf, type StructureElement } from "../read/structure.ts";

/** Checks for links, form fields and other annotations. */
export const annotationChecks: readonly Check[] = [
  {
    checkpoint: "28-002",
    clause: { "ua-1": "ISO 14289-1, 7.18.1", "ua-2": "ISO 14289-2, 8.9.2.3" },
    what: "An annotation is not tagged as Annot.",
    find: (file) =>
      annotationsThat(file, ({ subtype, role }) => !special.has(subtype) && known.has(subtype) && role !== "Annot"),
  },
  {
    checkpoint: "28-004",
    clause: { "ua-1": "ISO 14289-1, 7.18.1", "ua-2": "ISO 14289-2, 8.9.2.4" },
    what: "An annotation has neither contents nor an alternative text.",
    find: (file) =>
      annotationsThat(
        file,
        ({ subtype, role, dict, element }) =>
          !special.has(subtype) && role === "Annot" && !textOf(dict, "Contents") && !textOf(element?.dict, "Alt"),
      ),
  },
  {
    checkpoint: "28-006",
    clause: { "ua-1": "ISO 14289-1, 7.18.2; ISO 19005-2, 6.3.1", "ua-2": "ISO 19005-4, 6.3.1" },
    what: "An annotation has a type that is not allowed.",
    find: (file) => annotationsThat(file, ({ subtype }) => !known.has(subtype)),
  },
  {
    checkpoint: "28-009",
    clause: { "ua-1": "ISO 14289-1, 7.18.3", "ua-2": "ISO 14289-2, 8.9.3.3" },
    what: "The tab order of a page does not follow its structure.",
    find: ({ pages }) =>
      pages
        .filter(({ dict, annotations }) => annotations.length > 0 && nameOf(dict, "Tabs") !== "S")
        .map(({ number }) => ({ where: `page ${number}` })),
  },
  {
    checkpoint: "28-010",
    clause: { "ua-1": "ISO 14289-1, 7.18.4", "ua-2": "ISO 14289-2, 8.10.1" },
    what: "A field is not tagged as Form.",
    find: (file) => annotationsThat(file, ({ subtype, role }) => subtype === "Widget" && role !== "Form"),
  },
  {
    checkpoint: "28-011",
    clause: { "ua-1": "ISO 14289-1, 7.18.5", "ua-2": "ISO 14289-2, 8.2.5.20" },
    what: "A link is not tagged as Link.",
    find: (file) => annotationsThat(file, ({ subtype, role }) => subtype === "Link" && role !== "Link"),
  },
  {
    checkpoint: "28-012",
    clause: { "ua-1": "ISO 14289-1, 7.18.5", "ua-2": "ISO 14289-2, 8.9.4.2" },
    what: "A link does not say where it leads.",
    find: (file) =>
      annotationsThat(file, ({ subtype, dict }) => subtype === "Link" && !textOf(dict, "Contents")?.trim()),
  },
  {
    checkpoint: "28-017",
    clause: { "ua-1": "ISO 14289-1, 7.18.8", "ua-2": "ISO 14289-2, 8.9.2.4.14" },
    what: "A printer's mark is tagged, so that it is read aloud.",
    find: (file) => annotationsThat(file, ({ subtype, role }) => subtype === "PrinterMark" && role !== undefined),
  },
  {
    checkpoint: "8.9.4.2-1",
    clause: { "ua-2": "ISO 14289-2, 8.9.4.2" },
    what: "The description of a link or a field differs from that of its element.",
    find: (file) =>
      annotationsThat(file, ({ dict, element }) => {
        const [contents, alt] = [textOf(dict, "Contents"), textOf(element?.dict, "Alt")];
        return contents !== undefined && alt !== undefined && contents !== alt;
      }),
  },
  {
    checkpoint: "8.2.5.20-2",
    clause: { "ua-2": "ISO 14289-2, 8.2.5.20" },
    what: "An element contains links to different targets.",
    find: (file) =>
      file.elements
        .filter(({ annotations }) => new Set(annotations.map(targetOf)).size > 1)
        .map((element) => ({ where: pathOf(element), holds: textOf(element.annotations[0], "Contents") })),
  },
  {
    checkpoint: "6.3.2-1",
    clause: { "ua-1": "ISO 19005-2, 6.3.2", "ua-2": "ISO 19005-4, 6.3.2" },
    what: "A link or a field is hidden, or is not printed.",
    find: (file) => annotationsThat(file, ({ subtype, dict }) => subtype !== "Popup" && !isShown(numberOf(dict, "F"))),
  },
  {
    checkpoint: "6.3.3-1",
    clause: { "ua-1": "ISO 19005-2, 6.3.3", "ua-2": "ISO 19005-4, 6.3.3" },
    what: "A field or an annotation has no appearance.",
    find: (file) => annotationsThat(file, (annotation) => !hasAppearance(annotation)),
  },
];

/** Annotations with a structure type of their own. */
const special = new Set(["Widget", "Popup", "Link", "PrinterMark"]);

/**
 * ISO 32000-1, table 169, without the types that ISO 19005-2, 6.3.1, forbids and without TrapNet and file attachments.
 */
const known = new Set(
  `Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup Widget
  PrinterMark Watermark Redact`.split(/\s+/),
);

interface Annotation {
  readonly page: number;
  readonly dict: PDFDict;
  readonly subtype: string;
  readonly element: StructureElement | undefined;
  /** The role of the enclosing element. */
  readonly role: string | undefined;
}

function annotationsOf({ pages, elements }: PdfFile): Annotation[] {
  const owners = new Map(elements.flatMap((element) => element.annotations.map((dict) => [dict, element] as const)));
  return pages.flatMap(({ number, annotations }) =>
    annotations.map((dict) => {
      const element = owners.get(dict);
      return { page: number, dict, subtype: nameOf(dict, "Subtype") ?? "", element, role: element?.role };
    }),
  );
}

function annotationsThat(file: PdfFile, isWrong: (annotation: Annotation) => boolean): Finding[] {
  return annotationsOf(file)
    .filter(isWrong)
    .map(({ page, dict, subtype, element }) => ({
      where: `page ${page}, ${element ? pathOf(element) : subtype}`,
      holds: textOf(dict, "Contents") ?? textOf(dict, "TU"),
    }));
}

/** ISO 32000-1, table 165: Print must be set; Invisible, Hidden, NoView and ToggleNoView must not. */
function isShown(flags = 0): boolean {
  return (flags & 4) === 4 && (flags & (1 | 2 | 32 | 256)) === 0;
}

/** Reports whether only a normal appearance exists: a stream or, for a button, a dictionary of streams. */
function hasAppearance({ dict, subtype }: Annotation): boolean {
  const appearance = dictOf(dict, "AP");
  if (!appearance) return ["Popup", "Link"].includes(subtype);
  if (appearance.keys().length !== 1 || !has(appearance, "N")) return false;
  const isButton = nameOf(dict, "FT") === "Btn" || nameOf(dictOf(dict, "Parent"), "FT") === "Btn";
  const isStream = get(appearance, "N") !== dictOf(appearance, "N");
  return subtype === "Widget" && isButton ? !isStream : isStream;
}

/** Returns a link's target as a string for comparison. */
function targetOf(annotation: PDFDict): string {
  const action = dictOf(annotation, "A");
  return [get(annotation, "Dest"), get(action, "URI"), ...items(action, "D")].map(String).join(" ");
}
