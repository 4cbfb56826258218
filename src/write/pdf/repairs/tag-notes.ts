import { PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Job } from "../repair.ts";
import { noteOfBackLink, targetOf } from "../link-target.ts";
import { annotationsOf, childrenOf, type Element, elementsOf, typeOf, withDescendants, wrap } from "../structure.ts";

/** A list item that leads back to a reference holds a Note with an ID of its own (ISO 14289-1, 7.9). */
export function tagNotes({ document }: Job): void {
  const { context } = document;
  for (const body of elementsOf(document).filter(({ dict }) => typeOf(dict) === "LBody")) {
    const id = backLinksIn(body)[0];
    if (id === undefined) continue;
    const note = wrap(context, body, childrenOf(context, body.dict), "Note");
    note.dict.set(PDFName.of("ID"), PDFString.of(id));
  }

  function backLinksIn(body: Element): string[] {
    return withDescendants(context, body)
      .flatMap(({ dict }) => annotationsOf(context, dict))
      .map((annotation) => noteOfBackLink(targetOf(annotation) ?? ""))
      .filter((id) => id !== undefined);
  }
}
