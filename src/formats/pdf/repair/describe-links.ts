import { PDFHexString, PDFName } from "@cantoo/pdf-lib";
import { readLinks } from "../read/read-links.ts";
import { targetOf } from "../read/link-target.ts";
import type { Job } from "./repair.ts";
import { annotationsOf, elementsOf } from "../read/structure-tree.ts";

/**
 * Gives every link a description (ISO 14289-1, 7.18.5). Links to the same target have the same order in the printed
 * document and in the structure tree.
 */
export function describeLinks({ document, root }: Job): void {
  const words = Map.groupBy(readLinks(root), (link) => link.target);
  for (const { dict } of elementsOf(document)) {
    const annotations = annotationsOf(document.context, dict);
    const target = targetOf(annotations[0]);
    if (target === undefined) continue;
    const text = words.get(target)?.shift()?.text || target;
    for (const annotation of annotations) annotation.set(PDFName.of("Contents"), PDFHexString.fromText(text));
  }
}
