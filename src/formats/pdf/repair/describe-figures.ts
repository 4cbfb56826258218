import { PDFName } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";
import { childrenOf, elementsOf, setType, typeOf } from "../read/structure-tree.ts";

/**
 * Describes outer figures: the browser wraps a described Figure and its Caption in a Figure without a description (ISO
 * 14289-1, 7.3). With one image, the outer element takes over its alternative text; otherwise, such as around code, it
 * becomes a Div.
 */
export function describeFigures({ document }: Job): void {
  const { context } = document;
  const key = PDFName.of("Alt");
  for (const { dict } of elementsOf(document)) {
    if (typeOf(dict) !== "Figure" || dict.has(key)) continue;
    const pictures = childrenOf(context, dict).filter((child) => typeOf(child.dict) === "Figure");
    const [only] = pictures;
    const text = only?.dict.get(key);
    if (pictures.length !== 1 || !only || !text) {
      setType(dict, "Div");
      continue;
    }
    dict.set(key, text);
    only.dict.delete(key);
    setType(only.dict, "NonStruct");
  }
}
