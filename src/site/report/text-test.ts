import type { ReportedTest } from "../../config/report-file.ts";
import { rules } from "../../diagnostics/rules.ts";
import { outputRules } from "../../diagnostics/rules/output.ts";

/** Every rule for what people write. What is asked of the finished files are tests of their own. */
const names = Object.entries(rules)
  .filter(([name, { concern }]) => concern === "work" && !Object.hasOwn(outputRules, name))
  .map(([name]) => name);

/** What is looked at in the texts, before anything is made. */
export const textTest: ReportedTest = {
  "@id": "#texts",
  "@type": "earl:TestRequirement",
  title: "Texts: structure, links, pictures, citations, facts, prose",
  requires: [{ title: `Offprint's ${names.length} rules for texts` }],
  hasPart: names.map((name) => ({ identifier: name, source: "Offprint" })),
};
