import type { Job, Repair } from "./repair.ts";
import { addFigureBBoxes } from "./add-figure-bboxes.ts";
import { describeFigures } from "./describe-figures.ts";
import { dropEmpty } from "./drop-empty.ts";
import { flattenFormulas } from "./flatten-formulas.ts";
import { groupRows } from "./group-rows.ts";
import { indexIds } from "./index-ids.ts";
import { nameLanguages } from "./name-languages.ts";
import { orderAnnotations } from "./order-annotations.ts";
import { tagFormulas } from "./tag-formulas.ts";
import { tagPassages } from "./tag-passages.ts";
import { childrenOf, elementsOf, setType, typeOf } from "../read/structure-tree.ts";

/** Repairs of formulas, figures, tables and sections, and of all elements, in order. */
export const blockRepairs: readonly Repair[] = [
  { name: "tag-formulas", why: "Formulas are printed and tagged as images.", run: tagFormulas },
  {
    name: "describe-figures",
    needs: ["tag-formulas"],
    why: "The browser wraps a captioned figure in a figure without a description; formulas are excluded.",
    run: describeFigures,
  },
  {
    name: "flatten-formulas",
    needs: ["tag-formulas"],
    why: "The browser tags each symbol of a formula below its description.",
    run: flattenFormulas,
  },
  {
    name: "add-figure-bboxes",
    needs: ["tag-formulas", "describe-figures"],
    why: "The browser does not record where figures are on their page.",
    run: addFigureBBoxes,
  },
  { name: "group-rows", why: "The browser does not group table rows into head and body.", run: groupRows },
  {
    name: "tag-passages",
    why: "The browser does not tag abbreviations, quotations and asides, or omits them.",
    run: tagPassages,
  },
  {
    name: "tag-sections",
    needs: ["tag-passages"],
    why: "The browser does not tag sections; asides that begin with a heading must not become sections.",
    run: tagSections,
  },
  { name: "name-languages", why: "The browser omits the language of most passages.", run: nameLanguages },
  {
    name: "drop-empty",
    needs: ["mark-decoration-as-artifact", "tag-sections"],
    why: "Elements of former decoration are empty.",
    run: dropEmpty,
  },
  {
    name: "order-annotations",
    needs: ["tag-untagged-links", "open-form"],
    why: "The browser lists links and fields in painting order.",
    run: orderAnnotations,
  },
  {
    name: "index-ids",
    needs: ["tag-footnotes", "group-rows"],
    why: "Identifiers depend on what the browser printed before; every element must have its id first.",
    run: indexIds,
  },
];

/** Tags groups that begin with a heading as sections (ISO 32000-1, 14.8.4.2). */
function tagSections({ document }: Job): void {
  for (const { dict } of elementsOf(document)) {
    const [first] = childrenOf(document.context, dict);
    if (typeOf(dict) === "NonStruct" && first && /^H[2-6]$/.test(typeOf(first.dict))) setType(dict, "Sect");
  }
}
