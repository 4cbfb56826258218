import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { expect, test } from "vitest";
import { captionTables } from "../../src/import/docx/captions.ts";

const caption = (text: string) => h("p", { className: "caption" }, text);
const table = () => h("table", h("tr", h("td", "a")));
const picture = () => h("p", h("img", { src: "a.png" }));

test.each([
  ["of a figure", "Figure 1: A photo", "<table><tr><td>a</td></tr></table><figure><figcaption>A photo</figcaption>"],
  ["of a table", "Table 1: Numbers", "<table><caption>Numbers</caption>"],
  ["without a label", "Numbers", "<table><caption>Numbers</caption>"],
])("a caption %s between a table and a picture", (_, text, start) => {
  const root = { type: "root" as const, children: [table(), caption(text), picture()] };
  captionTables(root);
  expect(toHtml(root)).toContain(start);
});
