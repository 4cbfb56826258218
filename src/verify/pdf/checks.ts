import type { PdfStandard } from "../../model/pdf-standard.ts";
import type { Check } from "./check.ts";
import { actionChecks } from "./checks/actions.ts";
import { annotationChecks } from "./checks/annotations.ts";
import { catalogChecks } from "./checks/catalog.ts";
import { destinationChecks } from "./checks/destinations.ts";
import { figureChecks } from "./checks/figures.ts";
import { fileChecks } from "./checks/file.ts";
import { fontChecks } from "./checks/fonts.ts";
import { formChecks } from "./checks/forms.ts";
import { graphicsChecks } from "./checks/graphics.ts";
import { headingChecks } from "./checks/headings.ts";
import { imageChecks } from "./checks/images.ts";
import { informationChecks } from "./checks/information.ts";
import { languageChecks } from "./checks/languages.ts";
import { limitChecks } from "./checks/limits.ts";
import { listChecks } from "./checks/lists.ts";
import { markChecks } from "./checks/marks.ts";
import { metadataChecks } from "./checks/metadata.ts";
import { tableChecks } from "./checks/tables.ts";
import { namespaceChecks, tagChecks } from "./checks/tags.ts";
import { ua2Checks } from "./checks/ua-2.ts";

/** Everything that is looked at in a finished PDF, whatever standard it is of. */
export const checks: readonly Check[] = [
  ...fileChecks,
  ...limitChecks,
  ...catalogChecks,
  ...metadataChecks,
  ...informationChecks,
  ...actionChecks,
  ...graphicsChecks,
  ...imageChecks,
  ...fontChecks,
  ...markChecks,
  ...tagChecks,
  ...namespaceChecks,
  ...headingChecks,
  ...listChecks,
  ...tableChecks,
  ...figureChecks,
  ...languageChecks,
  ...annotationChecks,
  ...formChecks,
  ...destinationChecks,
  ...ua2Checks,
];

/** Those that a standard asks for. */
export function checksFor(standard: PdfStandard): Check[] {
  return checks.filter(({ clause }) => clause[standard] !== undefined);
}
