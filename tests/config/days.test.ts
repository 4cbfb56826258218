import { expect, test } from "vitest";
import { writeDay } from "../../src/config/write-value.ts";

test.each([
  ["en-US", "November 3, 2026"],
  ["en-GB", "3 November 2026"],
  ["es", "3 de noviembre de 2026"],
  ["fr", "3 novembre 2026"],
  ["de", "3. November 2026"],
  ["pt", "3 de novembro de 2026"],
  ["ar", "3 نوفمبر 2026"],
  ["hi", "3 नवंबर 2026"],
  ["ur", "3 نومبر، 2026"],
  ["zh", "2026年11月3日"],
  ["ja", "2026年11月3日"],
])("a day in %s", (language, written) => {
  expect(writeDay("2026-11-03", language).replaceAll(/[\u200E\u200F]/g, "")).toBe(written);
});
