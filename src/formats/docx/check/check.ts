import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckSuite } from "../../../model/check-suite.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { accessFaults } from "./access-faults.ts";
import { orderFaults } from "./child-order.ts";
import { nameFaults } from "./name-faults.ts";
import { packageFaults, readPackage } from "./package-parts.ts";

const sources = [
  "XML 1.0",
  "ECMA-376, 11.3.10",
  "ECMA-376, part 2, 9.3",
  "ECMA-376, part 2, 10.1.2",
  "ECMA-376, 17",
  "ECMA-376, 17.4.65",
  "ECMA-376, 17.13.6",
  "ECMA-376, 17.16.5",
  "ECMA-376, 17.16.22",
  "ECMA-376, annex A",
  "WCAG 2.2, 1.1.1",
  "WCAG 2.2, 2.4.2",
  "WCAG 2.2, 3.1.1",
];

/** The check suite of every Word document. */
export const docxSuite: CheckSuite = {
  id: "word-document",
  title: "Word document: parts, order, names, links, descriptions, language",
  rules: [],
  parts: sources.map((source) => ({ source })),
};

/** Checks a finished Word document; each message names its source. A failure is a fault of Offprint. */
export function verifyDocx(bytes: Uint8Array, file: string): Diagnostic[] {
  const word = readPackage(bytes);
  const faults = [
    ...word.faults,
    ...packageFaults(word),
    ...[...word.elements].flatMap(([path, elements]) => orderFaults(path, elements)),
    ...nameFaults(word),
    ...accessFaults(word),
  ];
  return faults.map((fault) => diagnostic("docxValid", fault, undefined, { file }));
}
