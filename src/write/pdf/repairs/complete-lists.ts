import type { Job } from "../repair.ts";
import { childrenOf, elementsOf, setType, typeOf, wrap } from "../structure.ts";

/** A list item is a label and a body (ISO 32000-1, 14.8.4.3.3); the box of a task, which it begins with, is its label. */
export function completeLists({ document }: Job): void {
  const { context } = document;
  for (const list of elementsOf(document).filter(({ dict }) => typeOf(dict) === "L")) {
    for (const item of childrenOf(context, list.dict)) {
      if (typeOf(item.dict) === "Caption") continue;
      setType(item.dict, "LI");
      const children = childrenOf(context, item.dict);
      const [first] = children;
      const box = first && ["Figure", "Form"].includes(typeOf(first.dict)) ? first : undefined;
      if (box) wrap(context, item, [box], "Lbl");
      const body = children.filter((child) => typeOf(child.dict) !== "Lbl" && child !== box);
      if (body.length > 0) wrap(context, item, body, "LBody");
    }
  }
}
