import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { turnSections } from "../../src/template/turn-sections.ts";

test.each([
  [
    "what is first below a heading takes it along",
    '<section><h2>A</h2>\n<div class="landscape"><p>B</p></div><p>C</p></section>',
    '<section><div class="landscape"><h2>A</h2><div><p>B</p></div></div><p>C</p></section>',
  ],
  [
    "what follows other words does not",
    '<section><h2>A</h2><p>B</p><div class="landscape"><p>C</p></div></section>',
    '<section><h2>A</h2><p>B</p><div class="landscape"><p>C</p></div></section>',
  ],
  [
    "a heading turns its section",
    '<section><h2 class="landscape">A</h2><p>B</p></section>',
    '<section class="landscape"><h2>A</h2><p>B</p></section>',
  ],
])("%s", (_, html, expected) => {
  const tree = fromHtml(html, { fragment: true });
  expect(turnSections(tree, true).size).toBe(1);
  expect(toHtml(tree).replaceAll(' class=""', "")).toBe(expected);
});

test("where pages cannot be turned, nothing moves", () => {
  const html = '<section><h2>A</h2><div class="landscape"><p>B</p></div></section>';
  const tree = fromHtml(html, { fragment: true });
  expect(turnSections(tree, false).size).toBe(0);
  expect(toHtml(tree).replaceAll(' class=""', "")).toBe(html.replace(' class="landscape"', ""));
});
