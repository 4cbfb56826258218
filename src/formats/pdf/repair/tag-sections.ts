import type { Job } from "./repair.ts";
import { childrenOf, elementsOf, setType, typeOf } from "../read/structure-tree.ts";

/** Tags groups that begin with a heading as sections (ISO 32000-1, 14.8.4.2). */
export function tagSections({ document }: Job): void {
  for (const { dict } of elementsOf(document)) {
    const [first] = childrenOf(document.context, dict);
    if (typeOf(dict) === "NonStruct" && first && /^H[2-6]$/.test(typeOf(first.dict))) setType(dict, "Sect");
  }
}
