import type { Job } from "./repair.ts";
import { isNoteReference, targetOf } from "../read/link-target.ts";
import { annotationsOf, childrenOf, elementsOf, setType, typeOf, wrap } from "../read/structure-tree.ts";

/**
 * What encloses a link's annotation is a Link (ISO 14289-1, 7.18.5): the browser forgets it where a link has a role of
 * its own. A reference to a note is also a Reference (ISO 32000-1, 14.8.4.4.1).
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
      if (target !== undefined && isNoteReference(target)) wrap(context, parent, [child], "Reference");
    }
  }
}
