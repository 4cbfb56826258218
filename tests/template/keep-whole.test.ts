import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { toString } from "hast-util-to-string";
import { expect, test } from "vitest";
import { keepWhole } from "../../src/template/keep-whole.ts";
import { leastWidth } from "../../src/template/table-width.ts";
import { elementsIn } from "../../src/model/hast.ts";

function keep(html: string, language = "en"): Root {
  const tree = fromHtml(html, { fragment: true });
  keepWhole(tree, language);
  return tree;
}

/** The pieces that no line end divides, in brackets. */
function keptIn(html: string, language?: string): string {
  return toHtml(keep(html, language)).replaceAll(/<span class="whole">([^<]*)<\/span>/g, "[$1]");
}

test.each([
  ["An H-1B visa (J-1).", "An [H-1B] visa ([J-1])."],
  ["COVID-19 in 2011–14: 22–30 percent, 1.5%–2.5%", "[COVID-19] in [2011–14]: [22–30 percent], [1.5%–2.5%]"],
  ["on 2026-11-24, page 1461-1468", "on [2026-11-24], page [1461-1468]"],
  ["<b>PGY-1</b>", "<b>[PGY-1]</b>"],
])("%s keeps its designations and ranges", (html, kept) => {
  expect(keptIn(html)).toBe(kept);
});

test.each(["second-hand", "doi.org/10.1000/2020-15", "a-1-b-2", "978-3-16-148410-0", "<code>H-1B</code>", "x_2-3"])(
  "%s stays as it is",
  (html) => {
    expect(keptIn(html)).toBe(html);
  },
);

test.each([
  ["en", "until November 23, 2026, Nov. 3 or May 2026", "until [November 23], 2026, [Nov. 3] or May 2026"],
  ["de", "am 24. November 2026", "am [24. November] 2026"],
  ["es", "el 24 de noviembre de 2026", "el [24 de noviembre] de 2026"],
  ["fr", "le 24 novembre 2026", "le [24 novembre] 2026"],
  ["ja", "2026年11月24日", "2026年11月24日"],
  ["xx-unknown", "novembro 23", "novembro 23"],
  ["en", '<span lang="fr">le 24 mai</span> in 24 mai', '<span lang="fr">le [24 mai]</span> in 24 mai'],
])("%s keeps days with their months: %s", (language, html, kept) => {
  expect(keptIn(html, language)).toBe(kept);
});

test.each([
  ["en", "Take Step 1, Step 2 CK (Figure 12).", "Take [Step 1], [Step 2 CK] ([Figure 12])."],
  ["en", "In 2026, US 1,000 or Step 1.5 and at 20 Main St", "In 2026, US 1,000 or Step 1.5 and at 20 Main St"],
  ["en", "56.4 percent, 1,000 kg, 20 °C, 3 items", "[56.4 percent], [1,000 kg], [20 °C], 3 items"],
  ["de", "12,5 Prozent in Kapitel 3", "[12,5 Prozent] in [Kapitel 3]"],
  ["fr", "12 pour cent", "[12 pour cent]"],
  ["en", "<h2>Understanding Step 1</h2>", "<h2>Understanding Step 1</h2>"],
])("%s keeps numbers with what they count or name: %s", (language, html, kept) => {
  expect(keptIn(html, language)).toBe(kept);
});

test("no character is lost or changed", () => {
  const html = "<p>From 2–3 on May 4, <i>H-1B</i>.</p>";
  expect(toString(keep(html))).toBe("From 2–3 on May 4, H-1B.");
});

test("a table's least width counts what is kept whole as one word", () => {
  const [table] = elementsIn(fromHtml("<table><tr><td>2026-11-24<td>a b</table>", { fragment: true }));
  expect(table && leastWidth(table)).toBe(10 + 3 + 1 + 3);
});

test("short Chinese words of cells stay whole, and count as wide as they are", () => {
  const cells = "<table><tr><td>北京市</td><td>科技、金融，六千平方公里</td><td>3分钟</td></tr></table><p>地区</p>";
  expect(keptIn(cells).replaceAll(/<\/?t(?:able|body|r)>/g, "")).toBe(
    "<td>[北京市]</td><td>[科技]、[金融]，六千平方公里</td><td>3分钟</td><p>地区</p>",
  );
  const [table] = elementsIn(fromHtml(cells, { fragment: true }));
  expect(table && leastWidth(table)).toBe(5 + 3 + 3 + 3 + 3 + 3);
});
