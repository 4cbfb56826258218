import { expect, test } from "vitest";
import { nameOf } from "../../src/config/person-name.ts";
import { toMetadata } from "../../src/config/metadata.ts";
import { writeDay, writeValue } from "../../src/config/write-value.ts";
import { commaOf, labelled } from "../../src/i18n/join.ts";

test.each([
  ["太郎", "山田", "ja", "山田太郎"],
  ["小明", "王", "zh-Hans", "王小明"],
  ["민수", "김", "ko", "김민수"],
  ["太郎", "山田", "en", "山田太郎"],
  ["Thị Ánh", "Nguyễn", "vi", "Nguyễn Thị Ánh"],
  ["Sándor", "Petőfi", "hu", "Petőfi Sándor"],
  ["Sándor", "Petőfi", "en", "Sándor Petőfi"],
  ["आरती", "शर्मा", "hi", "आरती शर्मा"],
  ["ليلى", "الحسيني", "ar", "ليلى الحسيني"],
  ["Ada", "Example", "ja", "Ada Example"],
  ["Анна", "Ёлкина", "hu", "Анна Ёлкина"],
  [undefined, "山田", "ja", "山田"],
])("given %s, family %s in %s is %s", (given, family, language, name) =>
  expect(nameOf(given, family, language)).toBe(name),
);

test("authors and editors of an article have their names in the order of its language", () => {
  const authors = [{ given: "花子", family: "佐藤" }, { name: "花子 佐藤" }] as const;
  const metadata = toMetadata({ language: "ja", authors: [...authors], editors: [authors[0]] }, "x");
  expect(metadata.authors.map(({ name }) => name)).toEqual(["佐藤花子", "花子 佐藤"]);
  expect(metadata.editors.map(({ name }) => name)).toEqual(["佐藤花子"]);
});

test.each([
  ["fr", "1er mai 2027"],
  ["fr-CA", "1er mai 2027"],
  ["pt-BR", "1º de maio de 2027"],
  ["pt-PT", "1 de maio de 2027"],
  ["de", "1. Mai 2027"],
])("the first of a month in %s is %s", (language, day) => expect(writeDay("2027-05-01", language)).toBe(day));

test("only the first is an ordinal", () => expect(writeDay("2027-05-11", "fr")).toBe("11 mai 2027"));

test.each([
  ["ar", "، "],
  ["ur", "، "],
  ["he", ", "],
  ["ja", "、"],
  ["zh-Hant", "，"],
  ["ko", ", "],
])("clauses in %s are separated by %j", (language, comma) => expect(commaOf(language)).toBe(comma));

test("a label with a full-width colon needs no space", () => {
  expect([labelled("編集：", "高橋"), labelled("Edited by", "Lee")]).toEqual(["編集：高橋", "Edited by Lee"]);
});

test("the sign of a currency stays behind its letters in text that runs right to left", () => {
  expect(writeValue({ value: 40, unit: "USD" }, "ar")).toMatch(/40.*US\$\u200E$/u);
  expect(writeValue({ value: 40, unit: "USD" }, "de")).toMatch(/40,00\s\$$/u);
});
