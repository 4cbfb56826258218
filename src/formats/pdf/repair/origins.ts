import type { PDFDocument, PDFRef } from "@cantoo/pdf-lib";
import type { Element as HtmlElement, Root } from "hast";
import type { Pages } from "../read/pages.ts";
import { match, type Piece } from "../origins/match.ts";
import { readOrigins } from "../origins/read-html.ts";
import { childrenOf, type Element, elementsOf, marksOf, textEntry, typeOf } from "../read/structure-tree.ts";

/** Of each structure element that is a text or a picture, the elements of HTML that it stands in, the outermost first. */
export type Origins = ReadonlyMap<PDFRef, readonly HtmlElement[]>;

/**
 * Where the text of a structure tree comes from. The browser writes a structure element for each text and each picture
 * of the document, in the document's order, but forgets what most of the elements around them were. What is said is
 * read from the pages and compared with what the document says.
 */
export function findOrigins(document: PDFDocument, pages: Pages, root: Root): Origins {
  const pieces = piecesOf(document, pages).filter(saysSomething);
  const origins = readOrigins(root).filter(saysSomething);
  const pairs = match(pieces, origins);
  return new Map(
    pieces.flatMap((piece, index) => {
      const origin = origins[pairs.get(index) ?? -1];
      return origin ? [[piece.ref, origin.elements]] : [];
    }),
  );
}

function saysSomething({ text }: Piece): boolean {
  return text.trim() !== "";
}

interface TaggedPiece extends Piece {
  readonly ref: PDFRef;
}

function piecesOf(document: PDFDocument, pages: Pages): TaggedPiece[] {
  const read = (element: Element): TaggedPiece[] => {
    const { ref, dict } = element;
    const words = typeOf(dict) === "Figure" ? textEntry(dict, "Alt") : undefined;
    if (words !== undefined) return [{ kind: "picture", text: words, ref }];
    if (typeOf(dict) === "Lbl") return [];
    const text = marksOf(document, element).map(({ page, number }) => pages.get(page)?.marks.get(number)?.text ?? "");
    const own: TaggedPiece[] = text.length > 0 ? [{ kind: "text", text: text.join(""), ref }] : [];
    return [...own, ...childrenOf(document.context, dict).flatMap(read)];
  };
  return tops(document).flatMap(read);
}

/** Elements that no other holds. */
function tops(document: PDFDocument): Element[] {
  const all = elementsOf(document);
  const below = new Set(all.flatMap(({ dict }) => childrenOf(document.context, dict).map(({ ref }) => ref)));
  return all.filter(({ ref }) => !below.has(ref));
}
