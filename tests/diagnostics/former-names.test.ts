import { expect, test } from "vitest";
import { offprintConfig } from "../../src/config/offprint-config.ts";
import { relevel } from "../../src/diagnostics/relevel.ts";
import { diagnostic } from "../../src/diagnostics/diagnostic.ts";

test("a configuration may use the former name of a rule", () => {
  const config = offprintConfig.parse({ rules: { htmlKept: "off", altTextTells: "warning" } });
  const found = [diagnostic("htmlSupported", "One."), diagnostic("altTextDescriptive", "Two.")];
  expect(relevel(found, config)).toMatchObject([{ rule: "altTextDescriptive", severity: "warning" }]);
});

test.each([
  ["retailerTables", "retailerTables"],
  ["coverGlyphs", "coverGlyphs"],
  ["footnotesPlaced", "footnotesPlaced"],
] as const)("%s is %s now", (former, rule) => {
  const config = offprintConfig.parse({ rules: { [former]: "off" } });
  expect(relevel([diagnostic(rule, "One.")], config)).toEqual([]);
});

test("the present name wins over the former one", () => {
  const config = offprintConfig.parse({ rules: { htmlKept: "off", htmlSupported: "info" } });
  expect(relevel([diagnostic("htmlSupported", "One.")], config)).toMatchObject([{ severity: "info" }]);
});

test("what nothing can be made of keeps its level; what there is a recovery for does not", () => {
  expect(offprintConfig.safeParse({ rules: { linkAnswers: "off", frontMatterShape: "error" } }).success).toBe(true);
  expect(offprintConfig.safeParse({ rules: { yamlParses: "warning" } }).success).toBe(false);
  expect(offprintConfig.safeParse({ rules: { pdfValid: "off" } }).success).toBe(false);
});
