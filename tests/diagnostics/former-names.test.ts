import { expect, test } from "vitest";
import { offprintConfig } from "../../src/config/offprint-config.ts";
import { formerNameList } from "../../src/diagnostics/former-names.ts";
import { relevel } from "../../src/diagnostics/relevel.ts";
import { diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { rules } from "../../src/diagnostics/rules.ts";

test("a configuration may use the former name of a rule", () => {
  const config = offprintConfig.parse({ rules: { htmlKept: "off", altTextTells: "warning" } });
  const found = [diagnostic("htmlSupported", "One."), diagnostic("altTextDescriptive", "Two.")];
  expect(relevel(found, config)).toMatchObject([{ rule: "altTextDescriptive", severity: "warning" }]);
});

test.each([
  ["shopTables", "retailerTables"],
  ["coverLettered", "coverGlyphs"],
  ["notesPlaced", "footnotesPlaced"],
] as const)("%s is %s now", (former, rule) => {
  const config = offprintConfig.parse({ rules: { [former]: "off" } });
  expect(relevel([diagnostic(rule, "One.")], config)).toEqual([]);
});

test("no former name is a present one", () => {
  expect(formerNameList.filter((name) => name in rules)).toEqual([]);
});

test("the present name wins over the former one", () => {
  const config = offprintConfig.parse({ rules: { htmlKept: "off", htmlSupported: "info" } });
  expect(relevel([diagnostic("htmlSupported", "One.")], config)).toMatchObject([{ severity: "info" }]);
});

test("rules without a recovery keep their level; others do not", () => {
  expect(offprintConfig.safeParse({ rules: { linkAnswers: "off", frontMatterShape: "error" } }).success).toBe(true);
  expect(offprintConfig.safeParse({ rules: { yamlParses: "warning" } }).success).toBe(false);
  expect(offprintConfig.safeParse({ rules: { pdfValid: "off" } }).success).toBe(false);
});
