import type { Design } from "../../../model/edition.ts";
import type { TemplateChoices } from "../../../template/options.ts";

/** Line length in em: one column, two columns, large print. */
const lengths = { whole: 31, half: 19, large: 23 } as const;

export function lineInEm(design: Design | undefined, options: TemplateChoices): number {
  return design === "large-print" ? lengths.large : lengths[options.columns === "2" ? "half" : "whole"];
}
