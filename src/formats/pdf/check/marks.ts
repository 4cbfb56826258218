import { PDFArray, type PDFDict } from "@cantoo/pdf-lib";
import type { Check, Finding } from "./check.ts";
import type { PdfFile, PdfPage } from "./open-file.ts";
import { placeOf } from "./place.ts";
import { numberOf, textOf } from "../read/objects.ts";
import type { Sequence } from "../read/sequence.ts";
import type { StructureElement } from "../read/structure.ts";

/** Checks that all painted content is tagged or an artifact, and that tags and content refer to each other. */
export const markChecks: readonly Check[] = [
  {
    checkpoint: "01-003",
    clause: { "ua-1": "ISO 14289-1, 7.1", "ua-2": "ISO 14289-2, 8.2.2" },
    what: "An artifact is inside tagged content.",
    find: (file) => sequencesThat(file, (mark) => mark.tag === "Artifact" && tagged(mark.parent)),
  },
  {
    checkpoint: "01-004",
    clause: { "ua-1": "ISO 14289-1, 7.1", "ua-2": "ISO 14289-2, 8.2.2" },
    what: "Tagged content is inside an artifact.",
    find: (file) => sequencesThat(file, (mark) => mark.mcid !== undefined && isDecoration(mark.parent)),
  },
  {
    checkpoint: "01-005",
    clause: { "ua-1": "ISO 14289-1, 7.1", "ua-2": "ISO 14289-2, 8.2.2" },
    what: "Content is neither tagged nor marked as an artifact.",
    find: ({ pages }) =>
      pages
        .filter(({ content }) => content.unmarked.runs.length > 0)
        .map(({ number }) => ({ where: `page ${number}` })),
  },
  {
    checkpoint: "14.7.4-claimed",
    clause: { "ua-1": "ISO 32000-1, 14.7.4.2", "ua-2": "ISO 14289-2, 8.2.2" },
    what: "Text belongs to no element, or to two.",
    find: findUnclaimed,
  },
  {
    checkpoint: "14.7.4-content",
    clause: { "ua-1": "ISO 32000-1, 14.7.4.2", "ua-2": "ISO 32000-2, 14.7.5.2" },
    what: "An element refers to text that is not on the page.",
    find: (file) =>
      file.elements
        .filter((element) => element.content.some((item) => !isShown(file, item)))
        .map((element) => placeOf(file, element)),
  },
  {
    checkpoint: "14.7.4-unique",
    clause: { "ua-1": "ISO 32000-1, 14.7.4.2", "ua-2": "ISO 32000-2, 14.7.5.2" },
    what: "Two texts of a page have the same number.",
    find: ({ pages }) =>
      pages.flatMap(({ number, content }) => {
        const numbers = content.sequences.flatMap(({ mcid }) => mcid ?? []);
        const seen = new Set<number>();
        const twice = numbers.filter((mcid) => seen.size === seen.add(mcid).size);
        return twice.map((mcid) => ({ where: `page ${number}, MCID ${mcid}` }));
      }),
  },
  {
    checkpoint: "14.7.4-parents",
    clause: { "ua-1": "ISO 32000-1, 14.7.4.4", "ua-2": "ISO 32000-2, 14.7.5.4" },
    what: "The parent tree leads from a text or a link to the wrong element.",
    find: findWrongParents,
  },
  {
    checkpoint: "30-002",
    clause: { "ua-1": "ISO 14289-1, 7.20", "ua-2": "ISO 32000-2, 14.7.5.2" },
    what: "A part of a page with tagged text is painted more than once.",
    find: ({ pages }) => {
      const forms = pages.flatMap(({ content }) => content.forms);
      const twice = forms.filter(
        (form, index) => forms.indexOf(form) !== index && numberOf(form, "StructParents") !== undefined,
      );
      return [...new Set(twice)].map(() => ({}));
    },
  },
];

function tagged(mark: Sequence | undefined): boolean {
  return mark !== undefined && (mark.mcid !== undefined || tagged(mark.parent));
}

function isDecoration(mark: Sequence | undefined): boolean {
  return mark !== undefined && (mark.tag === "Artifact" || isDecoration(mark.parent));
}

function sequencesThat({ pages }: PdfFile, isWrong: (mark: Sequence) => boolean): Finding[] {
  return pages.flatMap(({ number, content }) =>
    content.sequences.filter(isWrong).map(({ text }) => ({ where: `page ${number}`, holds: text.trim() || undefined })),
  );
}

function isShown({ pageOf }: PdfFile, { page, mcid }: StructureElement["content"][number]): boolean {
  return pageOf(page)?.marks.has(mcid) ?? false;
}

function findUnclaimed({ pages, elements }: PdfFile): Finding[] {
  const items = elements.flatMap(({ content }) => content);
  const byPage = Map.groupBy(items, ({ page }) => page);
  return pages.flatMap(({ number, dict, marks }) => {
    const claims = Map.groupBy(byPage.get(dict) ?? [], ({ mcid }) => mcid);
    return [...marks.values()]
      .filter(({ mcid }) => claims.get(mcid ?? -1)?.length !== 1)
      .map(({ mcid, text }) => ({ where: `page ${number}, MCID ${mcid ?? ""}`, holds: text.trim() || undefined }));
  });
}

/** Checks ParentTree: a page's entry lists the elements of its marked content, an annotation's entry is its element. */
function findWrongParents(file: PdfFile): Finding[] {
  const owners = new Map<PDFDict, StructureElement>();
  for (const element of file.elements) for (const annotation of element.annotations) owners.set(annotation, element);
  const texts = file.elements
    .filter(({ dict, content }) => content.some(({ page, mcid }) => !leadsTo(file, page, mcid, dict)))
    .map((element) => placeOf(file, element));
  const annotations = file.pages.flatMap(({ number, annotations: all }: PdfPage) =>
    all
      .filter((annotation) => owners.has(annotation))
      .filter(
        (annotation) => file.parents.get(numberOf(annotation, "StructParent") ?? -1) !== owners.get(annotation)?.dict,
      )
      .map((annotation) => ({ where: `page ${number}`, holds: textOf(annotation, "Contents") })),
  );
  return [...texts, ...annotations];
}

function leadsTo({ parents }: PdfFile, page: PDFDict | undefined, mcid: number, element: PDFDict): boolean {
  const list = parents.get(numberOf(page, "StructParents") ?? -1);
  return list instanceof PDFArray && mcid >= 0 && mcid < list.size() && list.lookup(mcid) === element;
}
