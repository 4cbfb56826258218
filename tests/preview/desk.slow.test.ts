import { describe, expect, test } from "vitest";
import { inWebPage, openPreview, sourceWith, toggleViews, upToDate } from "../support/preview-window.ts";

const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Paragraph number ${index + 1} has words of its own.\n`).join("\n");

const desk = (text: string) => openPreview(text, ["web", "ebook", "handout"], { width: 1400, height: 900 });

describe("the preview in a browser", () => {
  test("shows an edit, the finding of a mistake at its line, and the mended page", async () => {
    const { page, errors, write } = await desk(`# A\n\n${paragraphs(80)}`);
    await upToDate(page);
    // Not before it is long enough.
    await inWebPage(page, (web) => {
      web.scrollTo({ top: 900, behavior: "instant" });
      return web.scrollY === 900;
    });

    await write(`# A\n\n${paragraphs(81)}`);
    await inWebPage(page, (web) => web.document.body.textContent.includes("number 81") && web.scrollY === 900);

    await write(`# A\n\n${paragraphs(81)}\nSee [this](#nowhere).\n`);
    await upToDate(page, "See below");
    const block = await inWebPage(page, ({ document }) =>
      document.querySelector('[data-finding="warning"]')?.textContent.trim(),
    );
    expect(block).toBe("See this.");
    await page.waitForFunction(() => {
      const button = document.querySelector<HTMLElement>("#findings:not([hidden]) button");
      button?.click();
      return button;
    });
    await sourceWith(page, "See [this](#nowhere).");
    expect(await page.$eval("#source a", (link) => link.getAttribute("href"))).toMatch(
      /^vscode:\/\/file\/[^/].*article\.md:165:\d+$/,
    );

    await write(`# A\n\n${paragraphs(81)}`);
    await page.waitForSelector("#findings[hidden]");
    expect(errors).toEqual([]);
  });

  test("a click in the web page, the e-book or a PDF page opens the line of the source", async () => {
    const { page, errors } = await desk(`# A\n\n${paragraphs(8)}`);
    await toggleViews(page, "book", "paper");
    await upToDate(page);
    await inWebPage(page, ({ document }) => {
      const block = [...document.querySelectorAll("p")].find((one) => one.textContent.includes("number 5 "));
      block?.click();
      return block !== undefined;
    });
    await sourceWith(page, "Paragraph number 5 ");

    const run = await page.waitForSelector(".sheet .words span ::-p-text(number 7)");
    await run?.click();
    await sourceWith(page, "Paragraph number 7 ");

    await page.waitForSelector("foliate-view");
    const clicked = await page.waitForFunction(
      () => {
        const view = document.querySelector("foliate-view") as unknown as {
          renderer?: { getContents(): { doc: Document }[] };
        };
        const [first] = view.renderer?.getContents() ?? [];
        const block = [...(first?.doc.querySelectorAll("p") ?? [])].find((querySelectorItem) =>
          querySelectorItem.textContent.includes("number 3 "),
        );
        block?.click();
        if (!block) void (view as unknown as { next(): Promise<void> }).next();
        return block !== undefined;
      },
      { polling: 500 },
    );
    expect(await clicked.jsonValue()).toBe(true);
    await sourceWith(page, "Paragraph number 3 ");
    expect(errors).toEqual([]);
  });

  test("Alt and Enter in a view show the source of what is on top, and its link has the focus", async () => {
    const { page, errors } = await desk(`# A\n\n${paragraphs(8)}`);
    await toggleViews(page, "book", "paper");
    await upToDate(page);
    await page.waitForSelector(".sheet .words span");
    const focused = (): Promise<boolean> =>
      page.evaluate(() => document.activeElement?.matches("#source:not([hidden]) a") ?? false);
    for (const view of ['[data-pane="web"] iframe', '[data-pane="paper"]']) {
      await page.focus(view);
      await page.keyboard.down("Alt");
      await page.keyboard.press("Enter");
      await page.keyboard.up("Alt");
      await sourceWith(page, "");
      expect(await focused()).toBe(true);
      await page.click("#source button");
    }
    // The cover of the book has no text.
    await page.waitForFunction(
      () => {
        const next = document.querySelector<HTMLElement>('[data-pane="book"] .turn button:last-child');
        next?.click();
        next?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", altKey: true, bubbles: true }));
        return document.querySelector("#source:not([hidden]) mark") !== null;
      },
      { polling: 1000 },
    );
    expect(await focused()).toBe(true);
    expect(errors).toEqual([]);
  });

  test("the PDF view keeps its scroll position when the file is rebuilt", async () => {
    const { page, write } = await desk(`# A\n\n${paragraphs(120)}`);
    await toggleViews(page, "web", "paper");
    await upToDate(page);
    await page.waitForSelector('.sheet[data-page="3"]');
    await page.waitForFunction(() => {
      const pane = document.querySelector<HTMLElement>('[data-pane="paper"]');
      pane?.scrollTo(0, 1500);
      pane?.firstElementChild?.classList.add("earlier");
      return pane?.scrollTop === 1500;
    });
    await write(`# A\n\n${paragraphs(119)}\nAnother end.\n`);
    await page.waitForFunction(() => document.querySelector('[data-pane="paper"] :not(.earlier) > .sheet canvas'));
    await upToDate(page);
    expect(await page.$eval('[data-pane="paper"]', (pane) => pane.scrollTop)).toBe(1500);
  });

  test("the page can be seen at a phone's width, in the dark, printed and in grey", async () => {
    const { page } = await desk(`# A\n\n${paragraphs(3)}`);
    await upToDate(page);
    await page.select("#width", "320");
    await inWebPage(page, (web) => web.innerWidth === 320);
    const background = (unlike: string) =>
      inWebPage(
        page,
        (web, other) => {
          const { backgroundColor } = web.getComputedStyle(web.document.body);
          return backgroundColor !== other && backgroundColor;
        },
        unlike,
      );
    await page.select("#look", "light");
    const light = await background("");
    await page.select("#look", "dark");
    expect(await background(String(light))).not.toBe(light);
    await page.select("#look", "grey");
    await inWebPage(page, (web) => web.getComputedStyle(web.document.documentElement).filter === "grayscale(1)");
  });
});
