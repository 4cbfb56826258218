import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { SKIP, visit } from "unist-util-visit";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyMarkdown } from "../../src/formats/md/check.ts";
import { verifyText } from "../../src/formats/txt/check.ts";
import { lostWords } from "../../src/template/plain/lost-words.ts";
import { built } from "../support/built.ts";
import { richArticle } from "../support/rich-article.ts";

const article = `---
title: A title
subtitle: Below it
authors: [{ name: First Author }]
date: 2026-11-24
---

Text with *emphasis*, **weight**, \`code\`, x<sup>2</sup>, $a^2+b$ and [a link](https://example.org/). See [One](#one), @fig:dot.[^1]

## One

- First
  1. Inner
- Second

- [ ] A task
- [x] A task that is done

| Name | Rate |
| :- | -: |
| A \\| B | 1 |
| 漢字 | 200 |

:::tip[Careful]
Said in a box.
:::

## Two

![A dot](dot.svg "The dot"){#fig:dot}

Your name: :field[in full]{width=50mm}

\`\`\`js
let a = "<b>";
\`\`\`

> A quotation of words that are many enough to go beyond the end of a line of seventy-eight columns.

[^1]: A *note*.
`;
const dot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h20v10z"/></svg>';

async function make(files: Parameters<typeof built>[0]) {
  const [web, markdown, text] = await built(files, ["web", "markdown", "text"]);
  const decode = (bytes?: Uint8Array): string => new TextDecoder().decode(bytes);
  return { web: decode(web?.bytes), markdown: decode(markdown?.bytes), text: decode(text?.bytes) };
}

let made: Awaited<ReturnType<typeof make>>;

beforeAll(async () => {
  made = await make({ "article.md": article, "dot.svg": dot });
});

test("Markdown is the finished text", async () => {
  await expect(made.markdown).toMatchFileSnapshot("plain/article.md.txt");
});

test("plain text is the finished text", async () => {
  await expect(made.text).toMatchFileSnapshot("plain/article.txt");
  expect(Math.max(...made.text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(78);
});

/** The words of a web page in the order of its main part; notes, which stand elsewhere, and formulas aside. */
function webWords(html: string): string[] {
  const words: string[] = [];
  let main: Element | undefined;
  visit(fromHtml(html), "element", (node) => void (node.tagName === "main" && (main = node)));
  visit({ type: "root", children: main ? [main] : [] } satisfies Root, (node) => {
    if (node.type === "element") {
      const { role, className } = node.properties;
      const isApart = role === "doc-noteref" || role === "doc-endnotes" || ["math", "svg"].includes(node.tagName);
      if (isApart || (Array.isArray(className) && className.includes("nothing-sent"))) return SKIP;
    }
    if (node.type === "text") words.push(...node.value.split(/\s+/).filter((word) => word !== ""));
    return undefined;
  });
  return words;
}

describe("words are those of the web edition", () => {
  const unescaped = (markdown: string): string =>
    markdown.replaceAll(/\\(?=[!-/:-@[-`{-~])/g, "").replaceAll(/^>+ ?/gm, "");

  test("of an article", () => {
    expect(lostWords(webWords(made.web), unescaped(made.markdown))).toEqual([]);
    expect(lostWords(webWords(made.web), made.text.replaceAll(/^> /gm, ""))).toEqual([]);
  });

  test("of one that has everything", async () => {
    const rich = await make(await richArticle());
    expect(
      lostWords(webWords(rich.web), rich.text.replaceAll(/ ?\[L\d+\]/g, "").replaceAll(/^(?:> ?)+/gm, "")),
    ).toEqual([]);
    const again = await make(await richArticle());
    expect(again).toEqual(rich);
  });
});

test("textValid: a word that is lost is found", () => {
  const bytes = new TextEncoder().encode("One three.\n");
  expect(verifyMarkdown(bytes, ["One", "two", "three."], "a.md")).toMatchObject([{ rule: "textValid" }]);
  expect(verifyText(bytes, ["One", "two", "three."], "a.md")).toMatchObject([{ rule: "textValid", file: "a.md" }]);
  expect(verifyMarkdown(new TextEncoder().encode("One <b>two</b>"), ["One", "two"], "a.md")).toHaveLength(2);
  expect(verifyText(bytes, ["One", "three."], "a.md")).toEqual([]);
  const marked = new TextEncoder().encode("> >/=7 of [L1] is\n> meant [L2].\n");
  expect(verifyText(marked, [">/=7", "of", "[L1]", "is", "meant."], "a.txt")).toEqual([]);
});
