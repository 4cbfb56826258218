import { PDFDict, type PDFDocument, type PDFRef } from "@cantoo/pdf-lib";
import type { Element as HtmlElement, Root } from "hast";
import type { Pages } from "../read/pages.ts";
import { match, type Piece } from "../origins/match.ts";
import { readOrigins } from "../origins/read-html.ts";
import { textOf, toName } from "../read/objects.ts";
import { childrenOf, type Element, marksOf, typeOf } from "../read/structure-tree.ts";

/** For each structure element that is a text or an image, its ancestors in the HTML document, outermost first. */
export type Origins = ReadonlyMap<PDFRef, readonly HtmlElement[]>;

/**
 * Finds the HTML ancestors of each text and image in the structure tree. The browser writes a structure element for
 * each, in document order, but drops most of the elements around them. The text of the pages is compared with that of
 * the document.
 */
export function findOrigins(document: PDFDocument, pages: Pages, root: Root): Origins {
  const pieces = piecesOf(document, pages).filter(hasText);
  const origins = readOrigins(root).filter(hasText);
  const pairs = match(pieces, origins);
  return new Map(
    pieces.flatMap((piece, index) => {
      const origin = origins[pairs.get(index) ?? -1];
      return origin ? [[piece.ref, origin.elements]] : [];
    }),
  );
}

function hasText({ text }: Piece): boolean {
  return text.trim() !== "";
}

interface TaggedPiece extends Piece {
  readonly ref: PDFRef;
}

function piecesOf(document: PDFDocument, pages: Pages): TaggedPiece[] {
  const read = (element: Element): TaggedPiece[] => {
    const { ref, dict } = element;
    const words = typeOf(dict) === "Figure" ? textOf(dict, "Alt") : undefined;
    if (words !== undefined) return [{ kind: "picture", text: words, ref }];
    if (typeOf(dict) === "Lbl") return [];
    const text = marksOf(document, element).map(({ page, number }) => pages.get(page)?.marks.get(number)?.text ?? "");
    const own: TaggedPiece[] = text.length > 0 ? [{ kind: "text", text: text.join(""), ref }] : [];
    return [...own, ...childrenOf(document.context, dict).flatMap(read)];
  };
  const root = document.catalog.lookupMaybe(toName("StructTreeRoot"), PDFDict);
  return root ? childrenOf(document.context, root).flatMap(read) : [];
}
