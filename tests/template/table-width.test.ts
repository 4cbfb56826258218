import { fromHtml } from "hast-util-from-html";
import { expect, test } from "vitest";
import { spacedText } from "../../src/template/table-width.ts";

test.each([
  ["a<br>b", "a b"],
  ["<p>a</p><p>b</p>", "a b"],
  ["a<ul><li>b</li><li>c</li></ul>d", "a b c d"],
  ["<b>a</b>b<i>c</i>", "abc"],
])("%s has the words %s", (html, words) => {
  expect(
    spacedText(fromHtml(html, { fragment: true }))
      .trim()
      .split(/\s+/)
      .join(" "),
  ).toBe(words);
});
