import type { Page } from "puppeteer";
import { describe, expect, onTestFinished, test } from "vitest";
import { startPreview } from "../../src/preview/preview.ts";
import { recordedTerminal } from "../support/command-line.ts";
import { openPage } from "../support/open-page.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Paragraph number ${index + 1} has words of its own.\n`).join("\n");

/** The preview of one article in a real browser. */
async function desk(text: string) {
  const folder = await temporaryFolder({ "a/article.md": text });
  const { terminal } = recordedTerminal();
  const world = worldIn(folder, { terminal });
  const editions = ["web", "ebook", "handout"] as const;
  const started = await startPreview(world, { sources: ["a"], editions, config: {}, toolVersion: "0" }, 0);
  if (!started.ok) throw new Error(JSON.stringify(started.diagnostics));
  onTestFinished(() => started.value.close());
  const page = await openPage("", { width: 1400, height: 900 });
  // A busy machine takes its time to print.
  page.setDefaultTimeout(120_000);
  const errors: string[] = [];
  page.on("pageerror", (error) => void errors.push(String(error)));
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  await page.goto(started.value.url);
  return { page, errors, write: (changed: string) => writeFiles(folder, { "a/article.md": changed }) };
}

async function webPage(page: Page) {
  const frame = await page.waitForSelector('[data-pane="web"] iframe');
  const content = await frame?.contentFrame();
  if (!content) throw new Error("There is no frame.");
  return content;
}

/** The text of the source that is shown, once it has these words. */
function sourceWith(page: Page, words: string) {
  return page.waitForFunction(
    (wanted) => document.querySelector("#source:not([hidden]) mark")?.textContent.includes(wanted),
    {},
    words,
  );
}

const upToDate = (page: Page) =>
  page.waitForFunction(() => document.querySelector("#status")?.textContent === "Up to date");

describe("the preview in a browser", () => {
  test("shows an edit, the finding of a mistake at its line, and the mended page", async () => {
    const { page, errors, write } = await desk(`# A\n\n${paragraphs(80)}`);
    // Until the other editions are there, the page may be made anew.
    await upToDate(page);
    await page.waitForSelector('[data-pane="web"][data-state="shown"]');
    const web = await webPage(page);
    await web.waitForSelector("text/number 80");
    // Not before it is long enough.
    await web.waitForFunction(() => {
      scrollTo({ top: 900, behavior: "instant" });
      return scrollY === 900;
    });

    await write(`# A\n\n${paragraphs(81)}`);
    await web.waitForFunction(() => document.body.textContent.includes("number 81"));
    await web.waitForFunction(() => scrollY === 900);

    await write(`# A\n\n${paragraphs(81)}\nSee [this](#nowhere).\n`);
    await web.waitForSelector('[data-finding="warning"]');
    expect(await web.$eval("[data-finding]", (block) => block.textContent)).toContain("See this.");
    await page.waitForSelector("#findings:not([hidden])");
    await page.$eval("#findings button", (button) => (button as HTMLElement).click());
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
    for (const name of ["book", "paper"]) await page.click(`#panes input[value="${name}"]`);
    await upToDate(page);
    // The page may be made anew meanwhile, with the other editions to download: the click is one in the page that stays.
    await page.waitForFunction(
      () => {
        const frame = document.querySelector<HTMLIFrameElement>('[data-pane="web"] iframe');
        const blocks = [...(frame?.contentDocument?.querySelectorAll("p") ?? [])];
        blocks.find((block) => block.textContent.includes("number 5 "))?.click();
        return document.querySelector("#source:not([hidden]) mark")?.textContent.includes("Paragraph number 5 ");
      },
      { polling: 500 },
    );
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
    for (const name of ["book", "paper"]) await page.click(`#panes input[value="${name}"]`);
    await upToDate(page);
    await page.waitForFunction(() => document.querySelectorAll('.pane[data-state="shown"]').length === 3);
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
    await page.click('#panes input[value="web"]');
    await page.click('#panes input[value="paper"]');
    await upToDate(page);
    await page.waitForSelector('.sheet[data-page="3"]');
    await page.$eval('[data-pane="paper"]', (pane) => pane.scrollTo(0, 1500));
    const building = page.waitForFunction(() => document.querySelector("#status")?.textContent === "Building…", {
      polling: "mutation",
    });
    await write(`# A\n\n${paragraphs(119)}\nAnother end.\n`);
    await building;
    await upToDate(page);
    await page.waitForFunction(() => {
      const pane = document.querySelector('[data-pane="paper"]');
      return pane?.querySelector(".sheet canvas") !== null;
    });
    expect(await page.$eval('[data-pane="paper"]', (pane) => pane.scrollTop)).toBe(1500);
  });

  test("the page can be seen at a phone's width, in the dark, printed and in grey", async () => {
    const { page } = await desk(`# A\n\n${paragraphs(3)}`);
    await upToDate(page);
    await page.waitForSelector('[data-pane="web"][data-state="shown"]');
    const web = await webPage(page);
    await page.select("#width", "320");
    await web.waitForFunction(() => innerWidth === 320);
    const background = () => web.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.select("#look", "light");
    const light = await background();
    await page.select("#look", "dark");
    await web.waitForFunction((before) => getComputedStyle(document.body).backgroundColor !== before, {}, light);
    await page.select("#look", "grey");
    expect(await web.evaluate(() => getComputedStyle(document.documentElement).filter)).toBe("grayscale(1)");
  });
});
