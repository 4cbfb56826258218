import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offprint } from "../support/command-line.ts";
import { facesLoaded, openPage } from "../support/open-page.ts";
import { axeFaults, forceColours, walkByTab } from "../support/page-checks.ts";
import { richArticle } from "../support/rich-article.ts";
import { writeFiles } from "../support/temporary.ts";

// Every page of a site, in every state that a reader can bring it into, as axe and the keyboard see it.

let folder: string;
let dist: string;

beforeAll(async () => {
  const rich = Object.entries(await richArticle()).map(([name, file]) => [`content/rich/${name}`, file] as const);
  folder = await mkdtemp(join(tmpdir(), "offprint-"));
  await writeFiles(folder, {
    "offprint.config.ts": 'export default { url: "https://example.org/" };\n',
    ...Object.fromEntries(rich),
    "content/memo/article.md": "---\ntitle: A memo\nlanguage: en\ndate: 2026-01-02\n---\n\n## One\n\nFirst.\n",
  });
  const build = () => offprint(folder, ["build", "--format", "html,epub", "--no-page-list"]);
  expect((await build()).code).toBe(0);
  // A second release, so that there is something to say about what changed.
  await writeFiles(folder, {
    "content/memo/article.md": "---\ntitle: A memo\nlanguage: en\ndate: 2026-01-02\n---\n\n## One\n\nSecond.\n",
  });
  expect((await build()).code).toBe(0);
  dist = join(folder, "dist");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const pages = [
  "index.html",
  "rich/rich.html",
  "memo/memo.html",
  "memo/check.html",
  "memo/errata.html",
  "memo/memo.report.html",
];

async function open(path: string, width: number, dark: boolean): Promise<Page> {
  const page = await openPage("", { width, height: 800, dark });
  // The checker is a script of its own, which the page's policy would not run.
  await page.setBypassCSP(true);
  await page.goto(pathToFileURL(join(dist, path)).href);
  await facesLoaded(page);
  return page;
}

test.each(pages)(
  "%s has no fault that axe knows, wide, narrow, dark, printed, in forced colours, with all opened",
  async (path) => {
    for (const dark of [false, true]) {
      for (const width of [320, 768, 1280]) {
        const page = await open(path, width, dark);
        const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect(isWider, `${path} scrolls sideways at ${width}`).toBe(false);
        await page.$$eval("details", (all) => all.forEach((details) => (details.open = true)));
        expect(await axeFaults(page), `${path}, ${width}, ${dark ? "dark" : "light"}`).toEqual([]);
        if (width === 768) {
          await page.emulateMediaType("print");
          expect(await axeFaults(page), `${path}, printed`).toEqual([]);
          await page.emulateMediaType();
          await forceColours(page);
          expect(await axeFaults(page), `${path}, forced colours`).toEqual([]);
        }
      }
    }
  },
);

test("covers are shown under the library's own policy", async () => {
  const page = await openPage("", { width: 1280, height: 2000 });
  await page.goto(pathToFileURL(join(dist, "index.html")).href);
  await page.$$eval("img.cover", (all) => Promise.all(all.map((one) => one.decode())));
  const widths = await page.$$eval("img.cover", (all) => all.map((one) => one.naturalWidth));
  expect(widths.length).toBe(2);
  for (const width of widths) expect(width).toBeGreaterThan(0);
});

test("the library has none with results of a search", async () => {
  const page = await open("index.html", 768, false);
  await page.focus("#search");
  await page.keyboard.type("second");
  // Each letter gives other results, from when the texts are loaded.
  await page.waitForFunction(() => document.querySelector(".search li p")?.textContent.includes("Second."));
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.type("zzz");
  await page.waitForFunction(() => document.querySelectorAll(".search li").length === 0);
  expect(await axeFaults(page)).toEqual([]);
});

test.each(pages)("all of %s can be reached with the keyboard, and is seen to be", async (path) => {
  const page = await open(path, 1280, false);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  const { unseen, left } = await walkByTab(page);
  // Whoever is on an element sees where that is.
  expect(unseen).toEqual([]);
  expect(left).toEqual([]);
});
