import { expect, test } from "vitest";
import { built } from "../../support/built.ts";
import { type OpenedPdf, openPdf } from "../../support/pdf.ts";

// Parts of a figure on paper: side by side under one caption, each a described figure with a caption in the tags.

const picture = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="120"><rect width="240" height="120" fill="${colour}"/></svg>`;

const files = {
  "article.md": `---
title: Parts
language: en
---

See [@fig:left].

:::figure[Both of them]{#both}
![A red field.](red.svg "Red part"){#left}
![A blue field.](blue.svg "Blue part")
:::
`,
  "red.svg": picture("#a00"),
  "blue.svg": picture("#00a"),
};

/** Where words stand, from the lower left corner of their page; each page lies below the one before. */
async function placeOf({ document, texts }: OpenedPdf, words: string): Promise<{ x: number; y: number }> {
  const index = texts.findIndex((text) => text.includes(words));
  const { items } = await (await document.getPage(index + 1)).getTextContent();
  const item = items.find((candidate) => "str" in candidate && candidate.str.includes(words));
  const [, , , , x = 0, y = 0] = item && "transform" in item ? (item.transform as number[]) : [];
  return { x, y: y - index * 792 };
}

test("parts are side by side on a handout and below each other in large print", async () => {
  const [handout, large] = await built(files, ["handout", "large-print"]);
  const pdf = await openPdf(handout?.bytes ?? new Uint8Array());
  const [red, blue, whole] = await Promise.all(["Red part", "Blue part", "Both of"].map((text) => placeOf(pdf, text)));
  expect(red?.y).toBeCloseTo(blue?.y ?? 0, 0);
  expect((blue?.x ?? 0) - (red?.x ?? 0)).toBeGreaterThan(150);
  expect(whole?.y).toBeLessThan(red?.y ?? 0);
  const tree = pdf.trees.join("");
  expect(tree).toMatch(/Link\(\s*Figure 1a\)/);
  expect(tree.replaceAll(/\s+/g, " ")).toMatch(
    /Div\(Figure\[A red field\.\].*?Caption\( ?\(a\) Red part\).*Figure\[A blue field\.\].*?Caption\( ?\(b\) Blue part\).*?Caption\( ?Figure 1\. Both of them\)/,
  );
  const big = await openPdf(large?.bytes ?? new Uint8Array());
  const [first, second] = await Promise.all(["Red part", "Blue part"].map((text) => placeOf(big, text)));
  expect(Math.abs((first?.x ?? 0) - (second?.x ?? 0))).toBeLessThan(20);
  expect(second?.y).toBeLessThan((first?.y ?? 0) - 100);
});
