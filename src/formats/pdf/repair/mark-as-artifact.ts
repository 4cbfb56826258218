import { PDFDict, type PDFDocument, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { beginArtifact } from "../read/page-content.ts";
import type { Pages } from "../read/pages.ts";
import { setOwner } from "../read/parent-tree.ts";
import { type Element, kidsOf, type MarkedContent, marksOf, setKids } from "../read/structure-tree.ts";

/** An element, and the parts of its content that are not part of the text. */
export interface ArtifactContent {
  readonly element: Element;
  readonly marks: readonly MarkedContent[];
}

/** Turns marked content into artifacts (ISO 32000-1, 14.8.2.2): it leaves the structure tree and stays on its page. */
export function markAsArtifact(document: PDFDocument, pages: Pages, silenced: readonly ArtifactContent[]): void {
  for (const { element, marks } of silenced) {
    dropKids(document, element, marks);
    for (const mark of marks) {
      setOwner(document, mark, undefined);
      const page = pages.get(mark.page);
      const sequence = page?.marks.get(mark.number);
      if (!sequence?.begin || sequence.isArtifact) continue;
      sequence.isArtifact = true;
      page?.changes.push({ ...sequence.begin, text: beginArtifact().trimEnd() });
    }
  }
}

function dropKids(document: PDFDocument, element: Element, marks: readonly MarkedContent[]): void {
  const { context } = document;
  const isSilent = (page: unknown, number: number | undefined): boolean =>
    marks.some((mark) => mark.page.node === page && mark.number === number);
  const home = element.dict.lookup(PDFName.of("Pg"));
  const remaining = kidsOf(context, element.dict).filter((kid) => {
    const object = context.lookup(kid);
    if (object instanceof PDFNumber) return !isSilent(home, object.asNumber());
    if (!(object instanceof PDFDict) || object.get(PDFName.of("Type")) !== PDFName.of("MCR")) return true;
    const page = object.lookup(PDFName.of("Pg")) ?? home;
    return !isSilent(page, object.lookupMaybe(PDFName.of("MCID"), PDFNumber)?.asNumber());
  });
  setKids(context, element.dict, remaining);
}

/** Returns the marked content of an element that satisfies a condition, if any. */
export function artifactContentOf(
  document: PDFDocument,
  element: Element,
  isSilent: (mark: MarkedContent) => boolean,
): ArtifactContent[] {
  const marks = marksOf(document, element).filter(isSilent);
  return marks.length > 0 ? [{ element, marks }] : [];
}
