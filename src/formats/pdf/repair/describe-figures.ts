import { PDFName } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";
import { childrenOf, elementsOf, setType, typeOf } from "../read/structure-tree.ts";

/**
 * The browser wraps a described Figure and its Caption into a Figure without a description (ISO 14289-1, 7.3). With one
 * picture the outer one takes over its text; with none, such as a figure made of code, it is no Figure.
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
