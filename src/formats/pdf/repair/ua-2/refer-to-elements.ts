import { PDFName, type PDFRef } from "@cantoo/pdf-lib";
import { elementsById } from "../elements-by-id.ts";
import { isFootnoteReference, targetOf } from "../../read/link-target.ts";
import type { Job } from "../repair.ts";
import {
  annotationsOf,
  childrenOf,
  type Element,
  elementsOf,
  typeOf,
  withDescendants,
} from "../../read/structure-tree.ts";

/**
 * Adds references from contents list entries to their targets (ISO 14289-2, 8.2.5.8), and between footnotes and their
 * references in both directions (8.2.5.14).
 */
export function referToElements(job: Job): void {
  const { document } = job;
  const { context } = document;
  const targets = elementsById(job);
  const links = (element: Element): Element[] =>
    withDescendants(context, element).filter(({ dict }) => annotationsOf(context, dict).length > 0);
  const targetIn = (link: Element | undefined): Element | undefined =>
    link && targets.get(targetOf(annotationsOf(context, link.dict)[0])?.slice(1) ?? "");

  const citing = new Map<Element["dict"], PDFRef[]>();
  for (const element of elementsOf(document)) {
    const type = typeOf(element.dict);
    if (type === "TOCI") {
      const own = childrenOf(context, element.dict).filter((child) => typeOf(child.dict) !== "TOC");
      const target = targetIn(own.flatMap(links)[0]);
      if (target) element.dict.set(PDFName.of("Ref"), context.obj([target.ref]));
    }
    if (type !== "Link" || !isFootnoteReference(targetOf(annotationsOf(context, element.dict)[0]) ?? "")) continue;
    const note = targetIn(element);
    if (!note || typeOf(note.dict) !== "FENote") continue;
    element.dict.set(PDFName.of("Ref"), context.obj([note.ref]));
    citing.set(note.dict, [...(citing.get(note.dict) ?? []), element.ref]);
  }
  for (const [note, refs] of citing) note.set(PDFName.of("Ref"), context.obj(refs));
}
