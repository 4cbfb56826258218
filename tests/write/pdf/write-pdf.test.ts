import { fromHtml } from "hast-util-from-html";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { succeed } from "../../../src/model/outcome.ts";
import type { Browser } from "../../../src/model/browser.ts";
import { readLinks } from "../../../src/formats/pdf/read/read-links.ts";
import { writePdf } from "../../../src/formats/pdf/write.ts";
import { printDiagnostics } from "../../support/prepare.ts";
import { openPdf } from "../../support/pdf.ts";
import { openBrowser, preparePrinting, print } from "../../support/print-pdf.ts";

const started: { browser?: Browser } = {};
const browser = (): Browser => {
  if (!started.browser) throw new Error("The browser has not started.");
  return started.browser;
};

beforeAll(async () => {
  started.browser = await openBrowser();
});
afterAll(() => started.browser?.close());

const sections =
  "# T\n\n## One\n\nText.\n\n## Two {.new-page}\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n## Three {.new-page}\n\nText.\n";

/** The print of running heads and feet. */
const heads = 1;

/** A browser that counts what it prints. */
function counting(): { readonly browser: Browser; readonly prints: () => number } {
  let count = 0;
  const counted: Browser = {
    ...browser(),
    print: (html) => {
      count += 1;
      return browser().print(html);
    },
  };
  return { browser: counted, prints: () => count };
}

describe("printing", () => {
  test("prints until the page numbers converge, and no longer", async () => {
    const counter = counting();
    const pdf = await print(await preparePrinting({ "article.md": sections }), counter.browser);
    expect(counter.prints()).toBe(2 + heads);
    expect(pdf.pages).toBe(3);
    expect(["one", "two", "three"].map((id) => pdf.positions.get(id)?.page)).toEqual([1, 2, 3]);
    const { texts } = await openPdf(pdf.bytes);
    expect(texts[0]).toContain("One 1\nTwo 2\nThree 3\n");
  });

  test("prints once where there is no contents list", async () => {
    const counter = counting();
    await print(await preparePrinting({ "article.md": "# T\n\nText.\n" }), counter.browser);
    expect(counter.prints()).toBe(1 + heads);
  });

  test("ends after the fourth time with a warning, of a document that never settles", async () => {
    const counter = counting();
    const printing = await preparePrinting({ "article.md": "# T\n\nText.\n" });
    let round = 0;
    // Each time a line more before the text.
    const more = (content: string): string => content.replace(/<body[^>]*>/, (body) => body + "<br>".repeat(round));
    const compose: typeof printing.compose = (measured) => {
      const page = printing.compose(measured);
      round += 1;
      return page.ok ? succeed({ ...page.value, content: more(page.value.content) }) : page;
    };
    const outcome = await writePdf({
      ...printing,
      edition: "handout",
      compose,
      browser: counter.browser,
      toolVersion: "0.0.0",
      standard: "ua-1",
    });
    expect(counter.prints()).toBe(4 + heads);
    expect(printDiagnostics(outcome.diagnostics)).toMatch(
      /^- warning pageNumbersConverge Page numbers did not converge after 4 layout passes/,
    );
  });

  test("gives the same bytes whatever the browser has printed before", async () => {
    const printing = await preparePrinting({ "article.md": sections });
    const once = await print(printing, browser());
    await print(await preparePrinting({ "article.md": `${sections}\n${sections}` }), browser());
    const twice = await print(printing, browser());
    expect(Buffer.from(once.bytes).equals(twice.bytes)).toBe(true);
  });

  test("fails with a message where the browser does", async () => {
    const printing = await preparePrinting({ "article.md": "# T\n\nText.\n" });
    const broken: Browser = { ...browser(), print: () => Promise.reject(new Error("The tab crashed.")) };
    const outcome = await writePdf({
      ...printing,
      edition: "handout",
      browser: broken,
      toolVersion: "0",
      standard: "ua-1",
    });
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics.map(({ rule }) => rule)).toEqual(["browserPrints"]);
    expect(outcome.diagnostics[0]?.message).toContain("The tab crashed.");
  });
});

test("links are reported with their label, text or pictures", () => {
  const html =
    '<a href="#a%C3%A9" aria-label="Back">x</a><a href="https://Example.org">A <b>word</b></a>' +
    '<a href="https://example.org/p"><img src="" alt="A picture"></a><div hidden><a href="#no">no</a></div><a>none</a>';
  expect(readLinks(fromHtml(html))).toEqual([
    { target: "#aé", text: "Back" },
    { target: "https://example.org/", text: "A word" },
    { target: "https://example.org/p", text: "A picture" },
  ]);
});
