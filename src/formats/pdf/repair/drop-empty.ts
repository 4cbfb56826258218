import type { Job } from "./repair.ts";
import { childrenOf, type Element, elementsOf, kidsOf, setKids, typeOf } from "../read/structure-tree.ts";

/** Empty cells keep table rows regular (ISO 14289-1, 7.5). */
const mayBeEmpty = new Set(["TD", "TH"]);

/** Removes empty elements, which some screen readers announce. */
export function dropEmpty({ document }: Job): void {
  const { context } = document;
  const prune = (element: Element): boolean => {
    const empty = childrenOf(context, element.dict)
      .filter(prune)
      .map(({ ref }) => ref);
    const remaining = kidsOf(context, element.dict).filter((kid) => !empty.some((ref) => ref === kid));
    if (empty.length > 0) setKids(context, element.dict, remaining);
    return remaining.length === 0 && !mayBeEmpty.has(typeOf(element.dict));
  };
  const [top] = elementsOf(document);
  if (top) prune(top);
}
