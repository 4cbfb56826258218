import { expect, test } from "vitest";
import { built } from "../support/built.ts";
import { openPage } from "../support/open-page.ts";

const article = `---
title: Wide tables
language: en
---

## Ways

| Town | Inhabitants | Area | Density | Province | Dialect | Money | Dialling code | Domain | Time | Traffic |
| --- | ---: | ---: | ---: | --- | --- | --- | --- | --- | --- | --- |
| Bartholomewstown | 39,000 | 160 | 237 | Northern | Coastal | Silver mark | +423 | .bt | UTC+01:00 | right |

| Day | What | Who |
| --- | --- | --- |
| December 13, 2027 | Acknowledgement of responsibilities | Internationalization department |
`;

/** How many words the table cells have (a mark alone is none), and those of them that a line end divides. */
const words = `(() => {
  const found = { words: 0, divided: [] };
  for (const cell of document.querySelectorAll("td, th")) {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: word, index } of node.data.matchAll(/[^\\s\\u00ad]+/g)) {
      if (!/[\\p{L}\\p{N}]/u.test(word)) continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      found.words += 1;
      if (tops.size > 1) found.divided.push(word);
    }
  }
  }
  return found;
})()`;

test.each([320, 390, 768, 1280])("no word in a wide table is divided on a screen %i wide", async (width) => {
  const [artifact] = await built({ "article.md": article }, ["web"]);
  const page = await openPage(new TextDecoder().decode(artifact?.bytes), { width, height: 900 });
  expect(await page.evaluate(words)).toEqual({ words: 35, divided: [] });
});
