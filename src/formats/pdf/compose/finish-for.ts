import type { EditionName } from "../../../model/edition.ts";
import { editionOf } from "../../../model/every-edition.ts";
import type { Finish } from "../../../model/finish.ts";
import type { TemplateChoices } from "../../../template/options.ts";

const pointsPerMillimetre = 72 / 25.4;

/** What becomes of an edition's pages once they are printed. */
export function finishFor(edition: EditionName, options: TemplateChoices, direction: "ltr" | "rtl"): Finish {
  const { design, imposed = false } = editionOf(edition);
  const imposition = {
    sheets: options.sheets,
    thickness: options.thickness * pointsPerMillimetre,
    bound: direction === "rtl" ? ("right" as const) : ("left" as const),
  };
  return { isGrey: design === "ink-saver", ...(imposed && { imposition }) };
}
