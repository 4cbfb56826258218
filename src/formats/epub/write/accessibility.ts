import type { Element } from "xast";
import { x } from "xastscript";
import type { Certifier } from "../../../model/metadata.ts";
import type { Findings } from "./findings.ts";
import { property } from "./metadata.ts";

/** A term of a vocabulary, or a sentence, and what must have been found for it to be said. */
interface Claim {
  readonly says: string;
  readonly holds: (found: Findings) => boolean;
}

const always = (): boolean => true;

/**
 * Every term that a book of ours can claim (schema.org accessibility properties vocabulary 2.0,
 * https://www.w3.org/community/reports/a11y-discov-vocab/), by its property.
 */
const claims = {
  "schema:accessMode": [
    { says: "textual", holds: always },
    { says: "visual", holds: ({ hasPictures }) => hasPictures },
    { says: "chartOnVisual", holds: ({ hasCharts }) => hasCharts },
  ],
  "schema:accessModeSufficient": [
    { says: "textual", holds: ({ allDescribed }) => allDescribed },
    { says: "textual,visual", holds: ({ hasPictures }) => hasPictures },
  ],
  "schema:accessibilityFeature": [
    { says: "tableOfContents", holds: always },
    { says: "readingOrder", holds: always },
    { says: "ARIA", holds: ({ hasNotes, hasPages }) => hasNotes || hasPages },
    { says: "displayTransformability", holds: ({ reflows }) => reflows },
    { says: "structuralNavigation", holds: ({ hasHeadings }) => hasHeadings },
    { says: "alternativeText", holds: ({ hasPictures, allDescribed }) => hasPictures && allDescribed },
    { says: "longDescription", holds: ({ hasCharts, chartsHaveData }) => hasCharts && chartsHaveData },
    { says: "MathML", holds: ({ hasFormulas }) => hasFormulas },
    { says: "describedMath", holds: ({ hasFormulas, formulasDescribed }) => hasFormulas && formulasDescribed },
    { says: "index", holds: ({ hasIndex }) => hasIndex },
    { says: "pageBreakMarkers", holds: ({ hasPages }) => hasPages },
    { says: "pageNavigation", holds: ({ hasPages }) => hasPages },
  ],
  "schema:accessibilityHazard": [
    { says: "none", holds: ({ moves }) => !moves },
    { says: "unknownFlashingHazard", holds: ({ moves }) => moves },
    { says: "unknownMotionSimulationHazard", holds: ({ moves }) => moves },
    { says: "noSoundHazard", holds: ({ moves }) => moves },
  ],
} as const satisfies Record<string, readonly Claim[]>;

/** What the summary says, in this order. */
const sentences: readonly Claim[] = [
  { says: "The text keeps its reading order; headings, lists and tables are marked up.", holds: always },
  { says: "It reflows, in sizes that follow the reader's own.", holds: ({ reflows }) => reflows },
  { says: "Notes are linked both ways.", holds: ({ hasNotes }) => hasNotes },
  {
    says: "Every picture that carries meaning has a description.",
    holds: ({ hasPictures, allDescribed }) => hasPictures && allDescribed,
  },
  {
    says: "Some pictures have no description.",
    holds: ({ hasPictures, allDescribed }) => hasPictures && !allDescribed,
  },
  {
    says: "The data of every chart are in a table too.",
    holds: ({ hasCharts, chartsHaveData }) => hasCharts && chartsHaveData,
  },
  { says: "Formulas are MathML.", holds: ({ hasFormulas }) => hasFormulas },
  { says: "Tables have header cells.", holds: ({ hasTables, tablesHaveHeaders }) => hasTables && tablesHaveHeaders },
  {
    says: "Some tables have no header cells.",
    holds: ({ hasTables, tablesHaveHeaders }) => hasTables && !tablesHaveHeaders,
  },
  { says: "The page numbers are those of the PDF edition.", holds: ({ hasPages }) => hasPages },
  { says: "Some pictures move.", holds: ({ moves }) => moves },
  { says: "This was found by a program; descriptions were written by the author.", holds: always },
];

/** What EPUB Accessibility 1.1, §2.2 and §4, asks for, each only where the findings bear it out. */
export function accessibilityMetadata(found: Findings, certifier?: Certifier): Element[] {
  const said = (list: readonly Claim[]): string[] => list.filter(({ holds }) => holds(found)).map(({ says }) => says);
  return [
    ...Object.entries(claims).flatMap(([name, list]) => said(list).map((term) => property(name, term))),
    x("meta", { property: "schema:accessibilitySummary", "xml:lang": "en" }, said(sentences).join(" ")),
    ...(conforms(found) ? conformance(certifier) : []),
  ];
}

/** What a program can see of WCAG holds, and nothing is there that only a person could judge. */
function conforms({ allDescribed, tablesHaveHeaders, moves, formulasDescribed, reflows }: Findings): boolean {
  return allDescribed && tablesHaveHeaders && !moves && formulasDescribed && reflows;
}

/** The claim, in the form that EPUB Accessibility 1.1, §4.2 gives it, and who makes it (§4.3). */
function conformance({ name, credential, report }: Certifier = { name: "Offprint" }): Element[] {
  const refines = { refines: "#conformance" };
  return [
    x("meta", { property: "dcterms:conformsTo", id: "conformance" }, "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"),
    x("meta", { property: "a11y:certifiedBy", id: "certifier", ...refines }, name),
    ...(credential === undefined
      ? []
      : [x("meta", { property: "a11y:certifierCredential", refines: "#certifier" }, credential)]),
    ...(report === undefined ? [] : [x("link", { rel: "a11y:certifierReport", refines: "#certifier", href: report })]),
  ];
}
