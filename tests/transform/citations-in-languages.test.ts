import { expect, test } from "vitest";
import { type CslItem, cslItem } from "../../src/config/references/csl-item.ts";
import { findLocale, findStyle } from "../../src/source/style-library.ts";
import { processCitations } from "../../src/transform/citations/process.ts";
import { worldIn } from "../support/world.ts";

// What a style of English journals prints in other languages: dates in the language's order and case, names of scripts
// that the processor does not know, editions, and punctuation.

type People = readonly { readonly family: string; readonly given: string }[];

async function listIn(language: string, author: People, more: Readonly<Record<string, unknown>>): Promise<string> {
  const world = worldIn("/");
  const style = await findStyle(world, "american-medical-association");
  if (!style) throw new Error("no style");
  const [words, fallback] = await Promise.all([findLocale(world, language), findLocale(world, "en-US")]);
  const item: CslItem = cslItem.parse({ id: "a", type: "webpage", title: "X", author, URL: "https://a.b/", ...more });
  const references = new Map([["a", { item }]]);
  const cites = [{ key: "a", prefix: "", suffix: "", suppressAuthor: false }];
  const found = [{ cites, kind: "narrative" }] as unknown as Parameters<typeof processCitations>[0];
  const library = { references, style: { style, ...words, fallback: fallback.locale } };
  const made = processCitations(found, library as unknown as Parameters<typeof processCitations>[1], language);
  return [...made.citations, ...made.entries.map(({ html }) => html)].join("\n").replaceAll(/<[^>]+>|\n\s+/g, "");
}

const people = (...names: readonly string[]): People =>
  names.map((name) => {
    const [family = "", given = ""] = name.split(" ");
    return { family, given };
  });

test.each([
  ["en", "Accessed November 1, 2026."],
  ["de", "Zugegriffen 1. November 2026."],
  ["fr", "Consulté le 1 novembre 2026."],
  ["ru", "Просмотрено 1 ноября 2026 г."],
  ["pl", "Dostęp 1 listopada 2026."],
  ["el", "1 Νοεμβρίου 2026."],
  ["ja", "2026年11月1日."],
  ["zh", "2026年11月1日."],
  ["ar", "1 نوفمبر، 2026."],
  ["bn", "১ নভেম্বর, ২০২৬."],
])("in %s the day of access is %s", async (language, day) => {
  const accessed = { "date-parts": [[2026, 11, 1]] };
  expect(await listIn(language, people("Lee Ann"), { accessed })).toContain(day);
});

test.each([
  ["en", "March 5, 2024"],
  ["de", "5. März 2024"],
  ["ru", "5 марта 2024"],
  ["pl", "5 marca 2024"],
  ["ja", "2024年3月5日"],
])("in %s a day of publication is %s", async (language, day) => {
  expect(await listIn(language, people("Lee Ann"), { issued: { "date-parts": [[2024, 3, 5]] } })).toContain(day);
});

test.each([
  ["hi", people("गुप्ता अनिल", "मिश्रा रेखा"), "गुप्ता अनिल, मिश्रा रेखा."],
  ["bn", people("ঘোষ অমল"), "ঘোষ অমল."],
  ["ta", people("ராஜன் மணி"), "ராஜன் மணி."],
  ["en", people("მაისურაძე ნინო"), "მაისურაძე ნინო."],
  ["hy", people("Պետրոսյան Աննա"), "Պետրոսյան Աննա."],
  ["th", people("สุขใจ แก้ว"), "สุขใจ แก้ว."],
  ["ja", people("山田 太郎", "田中 美咲"), "山田太郎, 田中美咲."],
  ["ru", people("Иванов Сергей"), "Иванов С."],
  ["ar", people("منصور أحمد", "علي فاطمة"), "منصور أ، علي ف."],
])("in %s names are written %j", async (language, author, names) => {
  expect(await listIn(language, author, {})).toContain(names);
});

test.each([
  ["ja", people("山田 太郎", "田中 美咲", "伊藤 翔"), "山田ほか"],
  ["zh", people("陈 强", "刘 洋", "赵 敏"), "陈等"],
  ["de", people("Weiß Karl", "Groß Änne", "Zühlke Ute"), "Weiß u.\u00A0a."],
])("in %s three authors in the text are %j", async (language, author, named) => {
  expect((await listIn(language, author, {})).replaceAll("u. a.", "u.\u00A0a.")).toContain(named);
});

test.each([
  ["en", "2nd ed. "],
  ["de", "2. Aufl. "],
  ["ja", "第2版"],
  ["zh", "第2版"],
  ["ko", "제2판"],
  ["he", "מהדורה 2"],
  ["th", "พิมพ์ครั้งที่ 2"],
])("in %s the second edition is %s", async (language, edition) => {
  const book = { type: "book", edition: 2, publisher: "P", issued: 2018, URL: undefined };
  expect(await listIn(language, people("Lee Ann"), book)).toContain(edition);
});
