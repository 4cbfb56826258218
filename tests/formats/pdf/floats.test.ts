import { beforeAll, describe, expect, test } from "vitest";
import { built } from "../../support/built.ts";
import { type OpenedPdf, openPdf } from "../../support/pdf.ts";

const tall = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 460"><rect width="400" height="460" fill="#ddd"/></svg>`;

const paragraph = (name: string): string =>
  `${name} begins. ${"It has words and more words of it. ".repeat(11)}${name} ends.`;

const figure = (id: string): string => `:::figure[Of ${id}.]{#${id}}\n![A grey area.](tall.svg)\n:::`;

const article = `---
title: Tall figures
---

See [@fig:told] and [@fig:listed], and not the other.

${["One", "Two", "Three"].map(paragraph).join("\n\n")}

${figure("told")}

${["Four", "Five", "Six", "Seven"].map(paragraph).join("\n\n")}

${figure("untold")}

${["Eight", "Nine", "Ten", "Eleven", "Twelve"].map(paragraph).join("\n\n")}

${figure("listed")}

Two points need care:

- The first of these.
- The second of these.

${["Thirteen", "Fourteen"].map(paragraph).join("\n\n")}
`;

let pdf: OpenedPdf;

beforeAll(async () => {
  const [artifact] = await built({ "article.md": article, "tall.svg": tall }, ["handout"]);
  pdf = await openPdf(artifact?.bytes ?? new Uint8Array());
});

describe("a figure that does not fit on its page", () => {
  test("comes after the text that follows it, if the text refers to it", () => {
    const tree = pdf.trees.join("");
    expect(tree.indexOf("Four begins")).toBeLessThan(tree.indexOf("Figure 1. Of told."));
    expect(tree.indexOf("Four begins")).toBeGreaterThan(tree.indexOf("Three ends"));
    expect(pdf.texts[0]).toContain("Four begins");
    expect(pdf.texts[1]).toContain("Figure 1. Of told.");
  });

  test("stays in place if nothing links to it", () => {
    const tree = pdf.trees.join("");
    expect(tree.indexOf("Figure 2. Of untold.")).toBeLessThan(tree.indexOf("Eight begins"));
  });

  test("comes after a list with the words that lead to it", () => {
    const tree = pdf.trees.join("");
    const at = ["Twelve ends", "Two points", "The second", "Figure 3. Of listed."];
    const found = at.map((text) => tree.indexOf(text));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(pdf.texts.findIndex((text) => text.includes("The second"))).toBeLessThan(
      pdf.texts.findIndex((text) => text.includes("Figure 3. Of listed.")),
    );
  });

  test("is named with the page on which it is", () => {
    expect(pdf.texts[0]).toMatch(/Figure 1 \(page\s2\)/u);
  });
});
