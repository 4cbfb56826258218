import GithubSlugger from "github-slugger";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import { linkHeadings } from "../../../src/formats/html/link-headings.ts";
import { messagesFor } from "../../../src/i18n/messages.ts";
import { built } from "../../support/built.ts";

test("the link of a heading is called after it: a formula once and not as TeX, without the number of a note", () => {
  const formula = `<math><semantics><msup><mi>y</mi><mn>2</mn></msup><annotation encoding="application/x-tex">y^2</annotation></semantics></math>`;
  const note = `<sup><a role="doc-noteref" href="#note.1">1</a></sup>`;
  const tree = fromHtml(`<h2 id="a">Cost<br>of ${formula}${note}</h2>`, { fragment: true });
  linkHeadings(tree, messagesFor("en"));
  expect(toHtml(tree)).toContain(`aria-label="Link to “Cost of y²”"`);
});

const names = [
  "Notes",
  "Downloads",
  "Content",
  "Contents",
  "Part",
  "References",
  "Glossary",
  "Index",
  "Sources and dates",
];
const heads = [
  ...names,
  "Note 1",
  "2024 in figures",
  "1. Setting up",
  "- A hyphen",
  "Æsir & Co. (100%)",
  "2024 in figures",
];

test("GitHub's ids of headings are ids of the page, and Offprint's own are others", async () => {
  const slugger = new GithubSlugger();
  const article = `---\ntitle: Names\nlicense: CC-BY-4.0\n---\n\n${heads.map((name) => `## ${name}\n\nText.[^a]\n`).join("\n")}\n[^a]: A note.\n`;
  const [page] = await built({ "article.md": article }, ["web"]);
  const tree = fromHtml(new TextDecoder().decode(page?.bytes));
  const ids: string[] = [];
  const at = new Map<string, string>();
  visit(tree, "element", (node) => {
    visit(node, "element", ({ properties: { id } }) => {
      if (/^h[2-6]$/.test(node.tagName) && typeof id === "string") at.set(id, toString(node));
    });
    if (typeof node.properties.id === "string") ids.push(node.properties.id);
  });
  expect(new Set(ids).size).toBe(ids.length);
  expect(heads.map((name) => at.get(slugger.slug(name)))).toEqual(heads);
  expect(ids.filter((id) => /^(?:offprint|note|noteref)\./.test(id)).toSorted()).toContain("offprint.notes");
});
