import type { Repair } from "./repair.ts";
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
import { tagSections } from "./tag-sections.ts";

/** Repairs of formulas, figures, tables and sections, and of all elements, in order. */
export const blockRepairs: readonly Repair[] = [
  {
    name: "tag-formulas",
    needs: [],
    why: "Formulas are tagged as pictures, which they are printed as.",
    run: tagFormulas,
  },
  {
    name: "describe-figures",
    needs: ["tag-formulas"],
    why: "A figure with a caption is a figure inside a figure without a description; a formula is none.",
    run: describeFigures,
  },
  {
    name: "flatten-formulas",
    needs: ["tag-formulas"],
    why: "The signs of a formula are tagged one by one, below its words.",
    run: flattenFormulas,
  },
  {
    name: "add-figure-bboxes",
    needs: ["tag-formulas", "describe-figures"],
    why: "Pictures do not say where on their page they are.",
    run: addFigureBBoxes,
  },
  {
    name: "group-rows",
    needs: [],
    why: "The rows of a table are not grouped into its head and its body.",
    run: groupRows,
  },
  {
    name: "tag-passages",
    needs: [],
    why: "Abbreviations, quotations and asides are not tagged, or have no place in the tree.",
    run: tagPassages,
  },
  {
    name: "tag-sections",
    needs: ["tag-passages"],
    why: "Sections are not tagged as sections, which an aside that begins with a heading is not.",
    run: tagSections,
  },
  { name: "name-languages", needs: [], why: "Most passages in another language do not say so.", run: nameLanguages },
  {
    name: "drop-empty",
    needs: ["mark-decoration-as-artifact", "tag-sections"],
    why: "What was decoration has left elements without content.",
    run: dropEmpty,
  },
  {
    name: "order-annotations",
    needs: ["tag-untagged-links", "open-form"],
    why: "Links and fields are listed in the order in which they were painted.",
    run: orderAnnotations,
  },
  {
    name: "index-ids",
    needs: ["tag-notes", "group-rows"],
    why: "Identifiers depend on what the browser did before; all elements that get one have theirs.",
    run: indexIds,
  },
];
