import type { Job } from "./repair.ts";
import {
  childrenOf,
  type Element,
  elementsOf,
  setType,
  typeOf,
  withDescendants,
  wrap,
} from "../read/structure-tree.ts";

/**
 * Gives list items a label and a body (ISO 32000-1, 14.8.4.3.3). A leading task box is a label, and so are the terms of
 * a definition.
 */
export function completeLists({ document, origins }: Job): void {
  const { context } = document;
  for (const list of elementsOf(document).filter(({ dict }) => typeOf(dict) === "L")) {
    for (const item of childrenOf(context, list.dict)) {
      if (typeOf(item.dict) === "Caption") continue;
      setType(item.dict, "LI");
      const children = childrenOf(context, item.dict);
      const [first] = children;
      const box = first && ["Figure", "Form"].includes(typeOf(first.dict)) ? first : undefined;
      const labels = box ? [box] : children.filter(isTerm);
      if (labels.length > 0) wrap(context, item, labels, "Lbl");
      const body = children.filter((child) => typeOf(child.dict) !== "Lbl" && !labels.includes(child));
      if (body.length > 0) wrap(context, item, body, "LBody");
    }
  }

  function isTerm(element: Element): boolean {
    return withDescendants(context, element).some(({ ref }) => {
      const around = origins.get(ref)?.map(({ tagName }) => tagName) ?? [];
      // Terms of this list, not of one nested in a definition.
      return around.findLast((name) => name === "dt" || name === "dd" || name === "li") === "dt";
    });
  }
}
