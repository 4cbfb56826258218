import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { offprint, snapshot } from "../support/command-line.ts";
import { openPage } from "../support/open-page.ts";
import { temporaryFolder } from "../support/temporary.ts";

const files = {
  "content/memo/article.md":
    "---\ntitle: A memo\nlanguage: en\n---\n\n## What to bring\n\nBring a passport.\n\n## Costs\n\nForty dollars for the café.\n",
  "content/tokyo/article.md":
    "---\ntitle: 東京の案内\nlanguage: ja\n---\n\n## 図書館\n\n大学の図書館は九時に開きます。\n",
};

/** What is served below a folder, and what was asked for. */
async function serve(folder: string) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "/").replace(/[?#].*$/, "").replace(/\/$/, "/index.html"));
    asked.push(path);
    readFile(join(folder, path)).then(
      (bytes) => response.setHeader("content-type", path.endsWith(".js") ? "text/javascript" : "text/html").end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

test("the library page searches all texts by keyboard alone, and links to their headings", async () => {
  const folder = await temporaryFolder(files);
  expect((await offprint(folder, ["build", "--format", "html"])).code).toBe(0);
  const { asked, url } = await serve(join(folder, "dist"));
  const page = await openPage("", { width: 900, height: 900 });
  const errors: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  await page.goto(url);
  // Until somebody searches, the page loads nothing.
  expect(asked.filter((path) => !path.includes("favicon"))).toEqual(["/index.html"]);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("search");
  const results = async (words: string): Promise<string[]> => {
    // The texts are loaded with the first search; what is typed before that is looked for then.
    await page.waitForFunction(() => "offprintSearch" in globalThis);
    await page.$eval("#search", (field) => {
      (field as HTMLInputElement).value = "";
      field.dispatchEvent(new Event("input"));
    });
    expect(await page.$eval("[role=status]", (status) => status.textContent)).toBe("");
    await page.keyboard.type(words);
    return page.$$eval(".search li a", (links) =>
      links.map((link) => `${link.textContent} ${link.getAttribute("href")}`),
    );
  };
  expect(await results("passp")).toEqual(["What to bring · A memo memo/memo.html#what-to-bring"]);
  expect(await results("CAFE")).toEqual(["Costs · A memo memo/memo.html#costs"]);
  expect((await results("図書館"))[0]).toContain("図書館 · 東京の案内 tokyo/tokyo.html#");
  expect(await results("nowhere")).toEqual([]);
  expect(await page.$eval("[role=status]", (status) => status.textContent)).toBe("Results: 0");
  await results("passport");
  const axe = readFileSync(join(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");
  await page.evaluate(axe);
  const found = await page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))`,
  );
  expect(found).toEqual([]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash === "#what-to-bring");
  expect(errors.filter((error) => !error.includes("favicon"))).toEqual([]);
});

test("it finds them from a folder without a server, too; equal texts give equal files", async () => {
  const folder = await temporaryFolder(files);
  await offprint(folder, ["build", "--format", "html"]);
  const first = await snapshot(join(folder, "dist"));
  await offprint(folder, ["build", "content/memo", "--format", "html"]);
  expect(await snapshot(join(folder, "dist"))).toEqual(first);
  const page = await openPage("", { width: 900, height: 900 });
  await page.goto(pathToFileURL(join(folder, "dist/index.html")).href);
  await page.focus("#search");
  await page.keyboard.type("dollars");
  await page.waitForSelector(".search li a");
  expect(await page.$eval(".search li p", (line) => line.textContent)).toBe("Forty dollars for the café.");
});

test("without a script the page is the plain list", async () => {
  const folder = await temporaryFolder(files);
  await offprint(folder, ["build", "--format", "html"]);
  const html = await readFile(join(folder, "dist/index.html"), "utf8");
  const page = await openPage("", { width: 800, height: 600 });
  const isShown = () => page.$eval("form.search", (form) => form.checkVisibility());
  await page.goto(pathToFileURL(join(folder, "dist/index.html")).href);
  expect(await isShown()).toBe(true);
  await page.setJavaScriptEnabled(false);
  await page.reload();
  expect(await isShown()).toBe(false);
  expect(html).toContain('<a href="memo/memo.html"');
  expect(html.replaceAll("&#39;", "'").replaceAll("&#x27;", "'")).toMatch(/script-src 'sha256-[^']+' 'self';/);
});
