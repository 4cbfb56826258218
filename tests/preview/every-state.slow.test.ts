import type { Page } from "puppeteer";
import { expect, test } from "vitest";
import { axeFaults, forceColours, walkByTab } from "../support/page-checks.ts";
import { openPreview, toggleViews, upToDate } from "../support/preview-window.ts";

// The preview's own window in every state that its user can bring it into, as axe and the keyboard see it.

const article = `# A\n\nSee [this](#nowhere).\n\n${"Words of a text.\n\n".repeat(60)}`;

async function open(view: { width: number; dark?: boolean }): Promise<Page> {
  const editions = ["web", "ebook", "handout", "large-print"] as const;
  const { page } = await openPreview(article, editions, { height: 800, ...view }, (opened) =>
    // The checker is a script of its own, which the window's policy would not run.
    opened.setBypassCSP(true),
  );
  await toggleViews(page, "book", "paper");
  await upToDate(page, "See below");
  return page;
}

test.each([
  [1280, false],
  [1280, true],
  [768, false],
  [320, true],
] as const)("at %d px, dark: %s, axe finds nothing, with findings and the source open too", async (width, dark) => {
  const page = await open({ width, dark });
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  // Each view is as wide as a phone.
  const widths = await page.$$eval(".pane", (panes) => panes.map(({ clientWidth }) => clientWidth));
  expect(Math.min(...widths)).toBeGreaterThan(300);
  await page.click("#findings summary");
  await page.click("#findings button");
  await page.waitForSelector("#source:not([hidden])");
  expect(await axeFaults(page)).toEqual([]);
  // The emulation of forced colours ends that of the dark.
  if (dark) return;
  await forceColours(page);
  expect(await axeFaults(page)).toEqual([]);
});

test("all can be reached with the keyboard, and is seen to be", async () => {
  const page = await open({ width: 1280 });
  const { unseen, left } = await walkByTab(page);
  expect(unseen).toEqual([]);
  expect(left).toEqual([]);
});
