import { expect, test } from "vitest";
import { built } from "../../support/built.ts";
import { openPdf } from "../../support/pdf.ts";

// Tables made of CSV files on paper: the head and its unit, the numbers of the language, sums, and what stands on further pages.

const rows = Array.from({ length: 90 }, (_, index) => `Place ${index + 1},${(index * 1371.5).toFixed(1)},${index * 7}`);
const files = {
  "article.md": `---
title: Places
language: en
---

See [@tbl:places].

::table[All of them]{#places src=places.csv total=Together units="- EUR -" widths="50 25 25"}

The end.
`,
  "places.csv": `\uFEFFPlace,Amount,People\n${rows.join("\n")}\n`,
};

test("a long table continues under its header, below its label, which is not in the text", async () => {
  const [handout] = await built(files, ["handout"]);
  const pdf = await openPdf(handout?.bytes ?? new Uint8Array());
  const marked = pdf.texts.map((text) => text.includes("Table 1 (continued)"));
  expect(marked).toEqual([false, true, true]);
  expect(pdf.texts.map((text) => text.includes("Amount (EUR)"))).toEqual([true, true, true]);
  const tree = pdf.trees.join("");
  expect(tree).not.toContain("continued");
  expect(tree.match(/Amount \(EUR\)/g)).toHaveLength(1);
  expect(tree).toMatch(/TFoot\(TR\(TH\(Together\)TD\(\s*5,492,857\.5\)TD\(\s*28,035\)\)\)/);
  expect(pdf.words.join("")).toContain("122,063.5");
  // Right above the head of the table, in the margin.
  for (const number of [2, 3]) {
    const { items } = await (await pdf.document.getPage(number)).getTextContent();
    const at = (words: string): number[] =>
      items.flatMap((item) => ("str" in item && item.str.includes(words) ? [Number(item.transform[5])] : []));
    const [label = 0] = at("continued");
    const [head = 0] = at("Amount");
    expect(label - head).toBeGreaterThan(10);
    expect(label - head).toBeLessThan(40);
  }
});
