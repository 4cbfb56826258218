import type { EditionName } from "../../../model/edition.ts";
import { editionOf } from "../../../model/every-edition.ts";
import type { Finish, Trim } from "../../../model/finish.ts";
import { readGeometry } from "../../../template/page-geometry.ts";
import type { TemplateChoices } from "../../../template/options.ts";

const pointsPerMillimetre = 72 / 25.4;

/** Returns the trim settings of print-shop editions. Editions with a design of their own are not trimmed. */
export function trimOf(edition: EditionName, options: TemplateChoices): Trim | undefined {
  return editionOf(edition).design === undefined ? readGeometry(options).trim : undefined;
}

/** Returns what is done with an edition's pages after printing. */
export function finishFor(edition: EditionName, options: TemplateChoices, direction: "ltr" | "rtl"): Finish {
  const { design, imposed = false } = editionOf(edition);
  const imposition = {
    sheets: options.sheets,
    thickness: options.thickness * pointsPerMillimetre,
    bound: direction === "rtl" ? ("right" as const) : ("left" as const),
  };
  const trim = trimOf(edition, options);
  return { isGrey: design === "ink-saver", ...(imposed && { imposition }), ...(trim && { trim }) };
}
