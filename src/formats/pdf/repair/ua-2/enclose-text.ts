import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, type PDFPage, type PDFRef } from "@cantoo/pdf-lib";
import { dictOf } from "../../read/objects.ts";
import { parentsOf } from "../../read/parent-tree.ts";
import type { Job } from "../repair.ts";
import { childrenOf, type Element, elementsOf, kidsOf, setKids, setType, typeOf } from "../../read/structure-tree.ts";

/** Types that contain paragraphs but no text (ISO 32000-2, annex L). */
const holders = new Set("Document DocumentFragment Part Art Sect Div Aside BlockQuote".split(" "));

/** Inline types. */
const inline = new Set(
  "Span Em Strong Sub Link Reference Code Quote Lbl Formula Figure Annot Form Ruby NonStruct".split(" "),
);

/** Marked content of an element. */
interface Content {
  readonly kid: PDFObject;
  readonly page: PDFPage | undefined;
  readonly mcid: number;
}

/**
 * Encloses text directly in a grouping element in a paragraph (ISO 14289-2, 8.2.2; ISO 32000-2, annex L). Lines and
 * areas must have left the tree before.
 */
export function encloseText({ document, pages: read }: Job): void {
  const { context } = document;
  const pages = new Map(document.getPages().map((page) => [page.node as PDFDict, page]));
  const parents = parentsOf(dictOf(document.catalog, "StructTreeRoot"));
  const [top] = elementsOf(document);
  if (top) visit(top, "Document");

  function showsText(page: PDFPage, mcid: number): boolean {
    return read.get(page)?.marks.get(mcid)?.shows === "words or pictures";
  }

  function visit(element: Element, around: string): void {
    const own = typeOf(element.dict);
    const meaning = own === "NonStruct" ? around : own;
    if (holders.has(meaning)) {
      const content = kidsOf(context, element.dict).flatMap((kid) => toContent(kid, element.dict));
      const bare = content.filter(({ page, mcid }) => page && showsText(page, mcid));
      if (bare.length > 0) enclose(element, own, bare);
    }
    const now = typeOf(element.dict);
    for (const child of childrenOf(context, element.dict)) visit(child, now === "NonStruct" ? around : now);
  }

  function toContent(kid: PDFObject, element: PDFDict): Content[] {
    const object = context.lookup(kid);
    const reference =
      object instanceof PDFDict && object.get(PDFName.of("Type")) === PDFName.of("MCR") ? object : undefined;
    const number = reference ? reference.lookup(PDFName.of("MCID")) : object;
    const page = reference?.lookup(PDFName.of("Pg")) ?? element.lookup(PDFName.of("Pg"));
    if (!(number instanceof PDFNumber)) return [];
    return [{ kid, page: page instanceof PDFDict ? pages.get(page) : undefined, mcid: number.asNumber() }];
  }

  /** Turns a group of inline content only into a paragraph; in other groups, encloses each piece of text in one. */
  function enclose(element: Element, type: string, bare: readonly Content[]): void {
    const isLine = childrenOf(context, element.dict).every((child) => inline.has(typeOf(child.dict)));
    if (isLine && ["NonStruct", "Div"].includes(type)) {
      setType(element.dict, "P");
      return;
    }
    const kids = kidsOf(context, element.dict).map((kid) => {
      const content = bare.find((candidate) => candidate.kid === kid);
      return content ? wrapText(element, content) : kid;
    });
    setKids(context, element.dict, kids);
  }

  function wrapText(element: Element, { kid, page, mcid }: Content): PDFRef {
    const ref = context.register(context.obj({ Type: "StructElem", S: "P", P: element.ref, K: [kid] }));
    if (page) context.lookup(ref, PDFDict).set(PDFName.of("Pg"), page.ref);
    const key = page?.node.lookup(PDFName.of("StructParents"));
    const list = key instanceof PDFNumber ? parents.get(key.asNumber()) : undefined;
    if (list instanceof PDFArray) list.set(mcid, ref);
    return ref;
  }
}
