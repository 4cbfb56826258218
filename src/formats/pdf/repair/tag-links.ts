import type { Job } from "./repair.ts";
import { isFootnoteReference, targetOf } from "../read/link-target.ts";
import { annotationsOf, childrenOf, elementsOf, setType, typeOf, wrap } from "../read/structure-tree.ts";

/**
 * Tags elements that enclose a link's annotation as Link (ISO 14289-1, 7.18.5), which the browser omits for links with
 * a role of their own. Footnote references are also enclosed in a Reference (ISO 32000-1, 14.8.4.4.1).
 */
export function tagLinks({ document }: Job): void {
  const { context } = document;
  for (const element of elementsOf(document)) {
    if (annotationsOf(context, element.dict).length > 0) setType(element.dict, "Link");
  }
  for (const parent of elementsOf(document)) {
    for (const child of childrenOf(context, parent.dict)) {
      if (typeOf(child.dict) !== "Link") continue;
      const target = targetOf(annotationsOf(context, child.dict)[0]);
      if (target !== undefined && isFootnoteReference(target)) wrap(context, parent, [child], "Reference");
    }
  }
}
