import { describe, expect, test } from "vitest";
import { adoptDay } from "../../src/config/adopt/days.ts";
import { adoptIdentifier } from "../../src/config/adopt/identifiers.ts";
import { adoptLanguage } from "../../src/config/adopt/languages.ts";
import { adoptLicence } from "../../src/config/adopt/licences.ts";
import { adoptPeople } from "../../src/config/adopt/people.ts";
import { toMetadata } from "../../src/config/metadata.ts";
import { variablesOf } from "../../src/config/variables.ts";
import { checkRow } from "../../src/mail-merge/roster/check-row.ts";
import { repairYaml } from "../../src/config/repair-yaml.ts";

describe("front matter of other tools", () => {
  test.each([
    ["2026-01-31", "2026-01-31"],
    ["2026-01-31T23:30:00-05:00", "2026-01-31"],
    ["2026-01-31 10:00:00 +0200", "2026-01-31"],
    ["2026/1/3", "2026-01-03"],
    ["2026.01.31", "2026-01-31"],
    [20_260_131, "2026-01-31"],
    ["31 January 2026", "2026-01-31"],
    ["January 3rd, 2026", "2026-01-03"],
    ["Sat, 31 Jan 2026 10:00:00 +0000", "2026-01-31"],
    ["01/02/2026", "01/02/2026"],
    ["2026", "2026"],
    // Words for the day of the build, which is never printed.
    ["today", ""],
    ["last-modified", ""],
    ["`r Sys.Date()`", ""],
    ["yesterday", "yesterday"],
    [2026, 2026],
  ])("the day %j is %j", (written, day) => {
    expect(adoptDay(written)).toBe(day);
  });

  test.each([
    ["en_US", "en-US"],
    ["de_AT.UTF-8", "de-AT"],
    ["German", "de"],
    ["Español", "es"],
    ["zh-Hant", "zh-Hant"],
    ["englisch", "englisch"],
  ])("the language %j is %j", (written, tag) => {
    expect(adoptLanguage(written)).toBe(tag);
  });

  test.each([
    ["CC BY 4.0", "licence", "CC-BY-4.0"],
    ["Creative Commons Attribution 4.0 International", "licence", "CC-BY-4.0"],
    ["cc-by-sa-4.0", "licence", "CC-BY-SA-4.0"],
    ["CC0", "licence", "CC0-1.0"],
    ["MIT License", "licence", "MIT"],
    ["Apache License 2.0", "licence", "Apache-2.0"],
    ["GPLv3", "licence", "GPL-3.0-only"],
    ["https://example.org/licence", "licence", "https://example.org/licence"],
    ["All rights reserved", "rights", "All rights reserved"],
  ])("the licence %j is %s: %s", (written, key, value) => {
    expect(adoptLicence(written)).toEqual({ key, value });
  });

  test.each([
    ["Ada Example", ["Ada Example"]],
    ["Ada Example and Ben Example", ["Ada Example", "Ben Example"]],
    ["Ada Example, Ben Example & Cleo Example", ["Ada Example", "Ben Example", "Cleo Example"]],
    ["Example, Ada", ["Example, Ada"]],
    ["Ada Example, PhD", ["Ada Example, PhD"]],
    ["Ada Sandoval", ["Ada Sandoval"]],
  ])("%j is %j", (written, names) => {
    expect(adoptPeople(written)).toEqual(names);
  });

  test.each([
    ["10.1000/182", { doi: "10.1000/182" }],
    ["doi:10.1000/182", { doi: "10.1000/182" }],
    ["urn:isbn:9783161484100", { isbn: "9783161484100" }],
    ["ISBN 978-3-16-148410-0", { isbn: "978-3-16-148410-0" }],
    [[{ scheme: "DOI", text: "10.1000/182" }], { doi: "10.1000/182" }],
    [{ isbn: "9783161484100" }, { isbn: "9783161484100" }],
  ])("the identifier %j is %j", (written, identifier) => {
    expect(adoptIdentifier(written)).toEqual(identifier);
  });
});

describe("YAML that is nearly YAML", () => {
  test.each([
    ["title: One: two", 'title: "One: two"'],
    ["title: @home\nsubtitle: fine", 'title: "@home"\nsubtitle: fine'],
    ["title: *Bold* words", 'title: "*Bold* words"'],
    ["title: *Bold*", 'title: "*Bold*"'],
    ["a:\n\tb: 1", "a:\n  b: 1"],
    ["a:\n  - `b`", 'a:\n  - "`b`"'],
  ])("%j is mended", (written, mended) => {
    expect(repairYaml(written)).toBe(mended);
  });

  test.each(["a: [1", 'a: "b', "{", "a: 1\na: 2"])("%j is not", (written) => {
    expect(repairYaml(written)).toBeUndefined();
  });
});

test("a column or a variable may be called like a property that every object has", () => {
  const columns = new Map(["__proto__", "constructor"].map((name) => [name, { type: "text" }] as const));
  const row = { number: 1, cells: ["one", "two"], placeOf: () => ({ line: 2, column: 1 }) };
  const checked = checkRow(row, { header: ["__proto__", "constructor"], columns, language: "en", file: "a.csv" });
  const values = checked.ok ? checked.value : {};
  const variables = variablesOf(toMetadata({}, "Title"), undefined, values);
  expect([variables.get("__proto__"), variables.get("constructor"), variables.get("toString")]).toEqual([
    "one",
    "two",
    undefined,
  ]);
});
