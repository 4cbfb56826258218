import type { ReportedTest } from "../../config/report-file.ts";
import { rules } from "../../diagnostics/rules.ts";
import { outputRules } from "../../diagnostics/rules/output.ts";

/** All rules for source texts. Requirements on finished files are separate tests. */
const names = Object.entries(rules)
  .filter(([name, { concern }]) => concern === "work" && !Object.hasOwn(outputRules, name))
  .map(([name]) => name);

/** The test of the texts before anything is built. */
export const textTest: ReportedTest = {
  "@id": "#texts",
  "@type": "earl:TestRequirement",
  title: "Texts: structure, links, pictures, citations, facts, prose",
  requires: [{ title: `Offprint's ${names.length} rules for texts` }],
  hasPart: names.map((name) => ({ identifier: name, source: "Offprint" })),
};
