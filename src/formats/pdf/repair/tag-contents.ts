import { PDFName } from "@cantoo/pdf-lib";
import { hasClass } from "../../../model/hast.ts";
import { targetOf } from "../read/link-target.ts";
import type { Job } from "./repair.ts";
import {
  annotationsOf,
  childrenOf,
  type Element,
  elementsOf,
  setType,
  typeOf,
  withDescendants,
  wrap,
} from "../read/structure-tree.ts";

/**
 * Tags the first list whose items link to the text's sections, and the lists of figures and tables beside it, with TOC,
 * TOCI and Reference (ISO 32000-1, 14.8.4.2). Must run before list items get bodies, which a TOCI does not have.
 */
export function tagContents({ document, sections: ids, origins }: Job): void {
  const { context } = document;
  const sections = new Set(ids);
  const lists = elementsOf(document).filter(({ dict }) => typeOf(dict) === "L");
  const contents = lists.find(({ dict }) => childrenOf(context, dict).every(leads));
  const all = [...(contents ? [contents] : []), ...lists.filter(isInContents)];
  for (const element of all.flatMap((list) => withDescendants(context, list))) {
    const type = typeOf(element.dict);
    if (type === "L") setType(element.dict, "TOC");
    if (type === "L") element.dict.delete(PDFName.of("A"));
    if (type !== "LI") continue;
    setType(element.dict, "TOCI");
    const links = childrenOf(context, element.dict).filter(({ dict }) => typeOf(dict) === "Link");
    if (links.length > 0) wrap(context, element, links, "Reference");
  }

  function isInContents(list: Element): boolean {
    const around = withDescendants(context, list).flatMap(({ ref }) => origins.get(ref) ?? []);
    return around.some((node) => node.tagName === "nav" && hasClass(node, "contents"));
  }

  function leads(item: Element): boolean {
    const link = childrenOf(context, item.dict).find(({ dict }) => typeOf(dict) === "Link");
    const target = link && targetOf(annotationsOf(context, link.dict)[0]);
    return target !== undefined && sections.has(target.slice(1));
  }
}
