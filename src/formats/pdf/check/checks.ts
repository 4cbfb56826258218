import type { CheckSuite } from "../../../model/check-suite.ts";
import type { PdfStandard } from "../../../model/pdf-standard.ts";
import type { Check } from "./check.ts";
import { actionChecks } from "./actions.ts";
import { annotationChecks } from "./annotations.ts";
import { catalogChecks } from "./catalog.ts";
import { destinationChecks } from "./destinations.ts";
import { figureChecks } from "./figures.ts";
import { fileChecks } from "./file.ts";
import { fontChecks } from "./fonts.ts";
import { formChecks } from "./forms.ts";
import { graphicsChecks } from "./graphics.ts";
import { headingChecks } from "./headings.ts";
import { imageChecks } from "./images.ts";
import { informationChecks } from "./information.ts";
import { languageChecks } from "./languages.ts";
import { limitChecks } from "./limits.ts";
import { listChecks } from "./lists.ts";
import { markChecks } from "./marks.ts";
import { metadataChecks } from "./metadata.ts";
import { tableChecks } from "./tables.ts";
import { namespaceChecks, tagChecks } from "./tags.ts";
import { ua2Checks } from "./ua-2.ts";

/** All checks of a finished PDF, for every standard. */
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

/** Returns the checks that a standard requires. */
export function checksFor(standard: PdfStandard): Check[] {
  return checks.filter(({ clause }) => clause[standard] !== undefined);
}

const claims: Readonly<Record<PdfStandard, string>> = {
  "ua-1": "PDF: PDF/UA-1 and PDF/A-2a, as far as a program can tell",
  "ua-2": "PDF: PDF/UA-2 and PDF/A-4, as far as a program can tell",
};

/** Returns the check suite of a standard. */
export function pdfSuite(standard: PdfStandard): CheckSuite {
  return {
    id: `pdf-${standard}`,
    title: claims[standard],
    rules: [],
    parts: checksFor(standard).map(({ checkpoint, clause }) => ({ name: checkpoint, source: clause[standard] ?? "" })),
  };
}

/** The checks of a PDF's pages. */
export const pageSuite: CheckSuite = {
  id: "pages",
  title: "PDF: pages, formulas, notes",
  rules: ["pageBudget", "formulaFits", "footnotesPlaced", "pageNumbersConverge"],
  parts: [{ source: "Offprint, what is printed" }],
};
