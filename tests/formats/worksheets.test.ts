import axe, { type AxeResults } from "axe-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Artifact } from "../../src/model/artifact.ts";
import { built } from "../support/built.ts";
import { openEpub } from "../support/epub.ts";
import { openPage } from "../support/open-page.ts";
import { openPdf } from "../support/pdf.ts";

const article = `---
title: A sheet
language: en
---

## The sheet

:::checklist[Before you apply]
- Check your dates.
:::

Your name: :field[in *full*]{width=60mm}, and :field{width=22mm}

1. ::write-on[Which exams?]{lines=2}

::write-on{lines=5}

:::key[What to look for]
- Two exams.
:::
`;

let artifacts: readonly Artifact[] = [];

beforeAll(async () => {
  artifacts = await built({ "article.md": article }, ["web", "ebook", "handout", "handout-key"]);
});

function bytesOf(edition: string): Uint8Array {
  return artifacts.find((artifact) => artifact.edition === edition)?.bytes ?? new Uint8Array();
}

describe("on the web", () => {
  test("fields and lines are controls with names, in nothing that could be sent", async () => {
    const html = new TextDecoder().decode(bytesOf("web"));
    const page = await openPage(html, { width: 800, height: 900 });
    const controls = await page.evaluate(`Array.from(document.querySelectorAll("main input, main textarea"), (one) => [
      one.labels?.[0]?.textContent?.trim() || one.ariaLabel,
      one.rows ?? one.size,
    ])`);
    expect(controls).toEqual([
      ["Check your dates.", 20],
      ["in full", 27],
      ["Your answer", 10],
      ["Which exams?", 2],
      ["Your answer", 5],
    ]);
    expect(html).not.toMatch(/<form|<button/);
    expect(html.match(/What you write here is not sent or saved\./g)).toHaveLength(1);
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe("in a book", () => {
  test("there are lines with a name and no controls", () => {
    const book = openEpub(bytesOf("ebook"));
    const path = Object.keys(book.files).find((name) => name.endsWith("/01-article.xhtml")) ?? "";
    const text = book.text(path);
    expect(text).not.toMatch(/<(input|textarea|label|form)/);
    expect(text.match(/<(svg|hr)[^>]* class="line"/g)).toHaveLength(7);
    const blanks = Array.from(
      text.matchAll(/<svg[^>]*aria-label="Space to write" width="(\d+mm)"/g),
      ([, width]) => width,
    );
    expect(blanks).toEqual(["60mm", "22mm"]);
  });
});

describe("on paper", () => {
  test("the rules are places of fields", async () => {
    const { trees } = await openPdf(bytesOf("handout"));
    const tree = trees.join("");
    expect(tree).toContain("Which exams?");
    expect(tree.match(/Form\(\)/g)).toHaveLength(5);
    expect(tree).not.toContain("Two exams.");
  });

  test("the handout for advisers has its name and the answers", async () => {
    const { texts } = await openPdf(bytesOf("handout-key"));
    expect(texts.join("\n")).toMatch(/^For advisers, with answer keys\n[^]*What to look for\n[^]*Two exams\./m);
    expect((await openPdf(bytesOf("handout"))).texts.join("\n")).not.toContain("For advisers");
  });
});
