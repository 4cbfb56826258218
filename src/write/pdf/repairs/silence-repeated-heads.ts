import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNull, PDFNumber, type PDFPage } from "@cantoo/pdf-lib";
import { beginArtifact, readContent, writeContent } from "../page-content.ts";
import type { Job } from "../repair.ts";
import { elementsOf, kidsOf, setKids, typeOf, withDescendants } from "../structure.ts";

/**
 * The head of a table is printed again on each page and would be heard again. What it shows on later pages becomes an
 * artifact (ISO 32000-1, 14.8.2.2.1) and leaves the structure tree.
 */
export function silenceRepeatedHeads({ document }: Job): void {
  const { context } = document;
  const repeats = new Map<PDFPage, number[]>();
  const heads = elementsOf(document).filter(({ dict }) => typeOf(dict) === "TH");
  for (const { dict } of heads.flatMap((head) => withDescendants(context, head))) {
    // Content on the page of the element is a number; content on another page is a reference with that page.
    const references = kidsOf(context, dict).filter((kid) => isContentReference(context.lookup(kid)));
    for (const kid of references) {
      const reference = context.lookup(kid, PDFDict);
      const page = document.getPages().find(({ node }) => node === reference.lookup(PDFName.of("Pg")));
      const number = reference.lookupMaybe(PDFName.of("MCID"), PDFNumber)?.asNumber();
      if (page && number !== undefined) repeats.set(page, [...(repeats.get(page) ?? []), number]);
    }
    if (references.length > 0) {
      const kept = kidsOf(context, dict).filter((kid) => !references.includes(kid));
      setKids(context, dict, kept);
    }
  }
  for (const [page, numbers] of repeats) silence(document, page, new Set(numbers));
}

function isContentReference(object: unknown): boolean {
  return object instanceof PDFDict && object.get(PDFName.of("Type")) === PDFName.of("MCR");
}

/** Make marked content of a page, by its numbers, an artifact. */
export function silence(document: PDFDocument, page: PDFPage, numbers: ReadonlySet<number>): void {
  const content = readContent(page).replaceAll(/\/\w+ ?<<\s*\/MCID (\d+)\s*>>\s*BDC\n?/g, (begin, number: string) =>
    numbers.has(Number(number)) ? beginArtifact : begin,
  );
  writeContent(page, content);
  const parents = parentsOf(document, page);
  for (const number of numbers) parents?.set(number, PDFNull);
}

/** Which element each piece of marked content of a page belongs to (ISO 32000-1, 14.7.4.4). */
function parentsOf({ catalog, context }: PDFDocument, page: PDFPage): PDFArray | undefined {
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const entries = root?.lookupMaybe(PDFName.of("ParentTree"), PDFDict)?.lookupMaybe(PDFName.of("Nums"), PDFArray);
  const key = page.node.lookupMaybe(PDFName.of("StructParents"), PDFNumber)?.asNumber();
  const list = entries?.asArray() ?? [];
  const index = list.findIndex(
    (entry, place) => place % 2 === 0 && entry instanceof PDFNumber && entry.asNumber() === key,
  );
  return index < 0 ? undefined : context.lookupMaybe(list[index + 1], PDFArray);
}
