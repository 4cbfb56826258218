import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type RuleName, ruleNames, rules } from "../../src/diagnostics/rules.ts";

const tests = join(import.meta.dirname, "..");

/** Rules that a case in `tests/cases` cannot raise, with the test that does and compares. */
const raisedElsewhere: Partial<Record<RuleName, string>> = {
  importComplete: "import/html.test.ts",
  sourceLinked: "diagnostics/raised.test.ts",
  commandShape: "diagnostics/raised.test.ts",
  resultsKnown: "site/report.test.ts",
  configShape: "diagnostics/raised.test.ts",
  templateExists: "diagnostics/raised.test.ts",
  templateShape: "diagnostics/raised.test.ts",
  brandContrast: "template/brand.test.ts",
  styleConfined: "template/own-styles.test.ts",
  outputWritable: "diagnostics/raised.test.ts",
  diagramTool: "hostile/diagrams.slow.test.ts",
  glyphAvailable: "diagnostics/raised.test.ts",
  formatsAgree: "pipeline/text-parity.test.ts",
  coverGlyphs: "diagnostics/raised.test.ts",
  footnotesPlaced: "formats/pdf/notes.test.ts",
  pageBudget: "formats/pdf/page-budget.test.ts",
  formulaFits: "formats/pdf/wide-formulas.test.ts",
  htmlValid: "pipeline/partial.test.ts",
  pdfValid: "formats/pdf/checks.test.ts",
  epubValid: "formats/epub/tampering.test.ts",
  fileListed: "cli/verify.test.ts",
  fileUnchanged: "cli/verify.test.ts",
  fileCurrent: "cli/verify.test.ts",
  fileRebuilt: "cli/verify.test.ts",
  pluginRuns: "plugins/plugins.test.ts",
  pluginMessage: "plugins/plugins.test.ts",
  pluginOutput: "plugins/plugins.test.ts",
  textValid: "formats/plain.test.ts",
  docxValid: "formats/docx/docx.test.ts",
  epubAdvice: "diagnostics/raised.test.ts",
  retailerTables: "formats/epub/retailers.test.ts",
  retailerImages: "formats/epub/retailers.test.ts",
  retailerFiles: "formats/epub/retailers.test.ts",
  epubAccessible: "formats/epub/full-check.slow.test.ts",
  linkAlive: "cli/links.test.ts",
  linkReachable: "cli/links.test.ts",
  linkMoved: "cli/links.test.ts",
  pageNumbersConverge: "write/pdf/write-pdf.test.ts",
  rosterShape: "cli/merge.test.ts",
  rosterComplete: "cli/merge.test.ts",
  rosterValue: "cli/merge.test.ts",
  rosterUsed: "cli/merge.test.ts",
  mergeLeftovers: "cli/merge.test.ts",
  formReadable: "cli/collect.test.ts",
  formExpected: "cli/collect.test.ts",
  formFilled: "cli/collect.test.ts",
  sourceExists: "source/find.test.ts",
  slugFree: "source/find.test.ts",
  translationComplete: "pipeline/translations.slow.test.ts",
  translationCurrent: "pipeline/translations.slow.test.ts",
  translationMarked: "pipeline/translations.slow.test.ts",
  translationRecord: "pipeline/translations.slow.test.ts",
  sourceSize: "source/read-text.test.ts",
};

const raisedByCases = new Set(
  globSync("cases/*/*/diagnostics.txt", { cwd: tests }).flatMap((path) =>
    Array.from(read(path).matchAll(/^\S+ (?:error|warning|info) (\w+) /gm), ([, name]) => name),
  ),
);

function read(path: string): string {
  return readFileSync(join(tests, path), "utf8");
}

/** The assertions of a test file that want something to be there. */
function assertionsIn(file: string): string[] {
  const all = read(file).match(/^ *(?:return )?(?:await )?expect\w*\((?:(?!;\n)[^])*;\n/gm) ?? [];
  return all.filter((assertion) => !assertion.includes(".not."));
}

const ours = ruleNames.filter((name) => rules[name].concern !== "tool");

describe("every rule about the work or the request is raised", () => {
  test.each(ours.filter((name) => !(name in raisedElsewhere)))("%s by a case", (name) => {
    expect([...raisedByCases]).toContain(name);
  });

  test.each(Object.entries(raisedElsewhere))("%s by %s", (name, file) => {
    const isNamed = (assertion: string): boolean => new RegExp(`\\b${name}\\b`).test(assertion);
    expect(assertionsIn(file).some(isNamed), "an assertion wants it").toBe(true);
    expect(raisedByCases.has(name), "a case raises it, so it needs no place in the list").toBe(false);
  });
});

test("cases raise only existing rules", () => {
  expect([...raisedByCases].filter((name) => !ruleNames.includes(name as RuleName))).toEqual([]);
});

test.each(ruleNames)("%s describes its check in one sentence", (name) => {
  expect(rules[name].statement).toMatch(/^\S.*\.$/);
});
