import type { Element } from "xast";
import { x } from "xastscript";
import { messagesFor, translations } from "../../../i18n/messages.ts";
import type { BookAccessibility } from "../../../i18n/types.ts";
import type { Certifier } from "../../../model/metadata.ts";
import type { Findings } from "./findings.ts";
import { property } from "./metadata.ts";

/** A vocabulary term or sentence, and the findings under which it is true. */
interface Claim {
  readonly says: string;
  readonly holds: (found: Findings) => boolean;
}

const always = (): boolean => true;

/**
 * All terms that Offprint's books can claim, by property (schema.org accessibility properties vocabulary 2.0,
 * https://www.w3.org/community/reports/a11y-discov-vocab/).
 */
const claims = {
  "schema:accessMode": [
    { says: "textual", holds: always },
    { says: "visual", holds: ({ hasPictures }) => hasPictures },
    { says: "chartOnVisual", holds: ({ hasCharts }) => hasCharts },
    { says: "diagramOnVisual", holds: ({ hasDiagrams }) => hasDiagrams },
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

/** The sentences of the summary in order, and the findings under which each is true. */
const sentences: readonly (readonly [keyof BookAccessibility, Claim["holds"]])[] = [
  ["structure", always],
  ["reflows", ({ reflows }) => reflows],
  ["notesLinked", ({ hasNotes }) => hasNotes],
  ["described", ({ hasPictures, allDescribed }) => hasPictures && allDescribed],
  ["undescribed", ({ hasPictures, allDescribed }) => hasPictures && !allDescribed],
  ["chartData", ({ hasCharts, chartsHaveData }) => hasCharts && chartsHaveData],
  ["formulas", ({ hasFormulas }) => hasFormulas],
  ["tableHeaders", ({ hasTables, tablesHaveHeaders }) => hasTables && tablesHaveHeaders],
  ["noTableHeaders", ({ hasTables, tablesHaveHeaders }) => hasTables && !tablesHaveHeaders],
  ["pages", ({ hasPages }) => hasPages],
  ["moves", ({ moves }) => moves],
  ["howFound", always],
];

/**
 * Returns the metadata that EPUB Accessibility 1.1, 2.2 and 4, requires, each item only if the findings support it; the
 * summary is in the book's language. Software can check only part of WCAG, so conformance is claimed only if a
 * certifier vouches for it.
 */
export function accessibilityMetadata(found: Findings, language: string, certifier?: Certifier): Element[] {
  const sayings = (list: readonly Claim[]): string[] =>
    list.filter(({ holds }) => holds(found)).map(({ says }) => says);
  const { language: primary } = new Intl.Locale(language);
  const words = messagesFor(language);
  const summary = sentences.filter(([, holds]) => holds(found)).map(([name]) => words.bookAccessibility[name]);
  const between = primary === "ja" || primary === "zh" ? "" : " ";
  return [
    ...Object.entries(claims).flatMap(([name, list]) => sayings(list).map((term) => property(name, term))),
    x(
      "meta",
      { property: "schema:accessibilitySummary", "xml:lang": primary in translations ? language : "en" },
      summary.join(between),
    ),
    ...(certifier && conforms(found) ? conformance(certifier) : []),
  ];
}

/** Reports whether the checkable part of WCAG holds, and there is nothing that only a person could judge. */
function conforms({ allDescribed, tablesHaveHeaders, moves, formulasDescribed, reflows }: Findings): boolean {
  return allDescribed && tablesHaveHeaders && !moves && formulasDescribed && reflows;
}

/** Returns the conformance claim in the form of EPUB Accessibility 1.1, §4.2, with its certifier (§4.3). */
function conformance({ name, credential, report }: Certifier): Element[] {
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
