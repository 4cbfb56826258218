import { PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";
import { noteOfBackLink, targetOf } from "../read/link-target.ts";
import {
  annotationsOf,
  childrenOf,
  type Element,
  elementsOf,
  setType,
  typeOf,
  withDescendants,
  wrap,
} from "../read/structure-tree.ts";

/**
 * Tags elements with a back link to a reference as Note with an ID (ISO 14289-1, 7.9): the body of a list item at the
 * end of the text, or an aside on the page of the reference.
 */
export function tagNotes({ document }: Job): void {
  const { context } = document;
  const asides = elementsOf(document).filter(({ dict }) => typeOf(dict) === "Aside");
  for (const aside of asides) {
    const id = backLinksIn(aside)[0];
    // An aside that contains another is a part of the text with a footnote in it.
    if (id === undefined || holds(aside, "Aside")) continue;
    setType(aside.dict, "Note");
    aside.dict.set(PDFName.of("ID"), PDFString.of(id));
  }
  for (const body of elementsOf(document).filter(({ dict }) => typeOf(dict) === "LBody")) {
    const id = backLinksIn(body)[0];
    if (id === undefined || holds(body, "Note")) continue;
    const note = wrap(context, body, childrenOf(context, body.dict), "Note");
    note.dict.set(PDFName.of("ID"), PDFString.of(id));
  }

  function holds(element: Element, type: string): boolean {
    return withDescendants(context, element).some(
      (descendant) => descendant.ref !== element.ref && typeOf(descendant.dict) === type,
    );
  }

  function backLinksIn(element: Element): string[] {
    return withDescendants(context, element)
      .flatMap(({ dict }) => annotationsOf(context, dict))
      .map((annotation) => noteOfBackLink(targetOf(annotation) ?? ""))
      .filter((id) => id !== undefined);
  }
}
