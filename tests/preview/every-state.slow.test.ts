import type { Page } from "puppeteer";
import { expect, onTestFinished, test } from "vitest";
import { startPreview } from "../../src/preview/preview.ts";
import { recordedTerminal } from "../support/command-line.ts";
import { openPage } from "../support/open-page.ts";
import { axeFaults, forceColours, walkByTab } from "../support/page-checks.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

// The preview's own window in every state that its user can bring it into, as axe and the keyboard see it.

async function open(view: { width: number; dark?: boolean }): Promise<Page> {
  const folder = await temporaryFolder({
    "a/article.md": `# A\n\nSee [this](#nowhere).\n\n${"Words of a text.\n\n".repeat(60)}`,
  });
  const world = worldIn(folder, { terminal: recordedTerminal().terminal });
  const editions = ["web", "ebook", "handout", "large-print"] as const;
  const started = await startPreview(world, { sources: ["a"], editions, config: {}, toolVersion: "0" }, 0);
  if (!started.ok) throw new Error(JSON.stringify(started.diagnostics));
  onTestFinished(() => started.value.close());
  const page = await openPage("", { height: 800, ...view });
  page.setDefaultTimeout(120_000);
  await page.setBypassCSP(true);
  await page.goto(started.value.url);
  for (const name of ["book", "paper"]) await page.click(`#panes input[value="${name}"]`);
  // All is made, and shown.
  await page.waitForFunction(() => document.querySelector("#status")?.textContent === "See below");
  await page.waitForFunction(() => document.querySelectorAll('.pane[data-state="shown"]').length === 3);
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
