// Takes a picture of each document of e-books, as readers that ignore style sheets show them. Run with: node
// .github/scripts/take-unstyled-pictures.ts FOLDER BOOK.epub...
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import puppeteer from "puppeteer";
import { realWorld } from "../../src/world/node.ts";
import { unstyledDocuments } from "../../tests/support/unstyled-book.ts";

const [folder = "", ...books] = process.argv.slice(2);
const opened = await realWorld().browsers.open({});
if (!opened.ok) throw new Error("There is no browser to take pictures with.");
await opened.value.close();
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await puppeteer.launch({ executablePath: opened.value.path, headless: "shell", args });
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 600, height: 800 });
  for (const book of books) {
    const target = join(folder, basename(book, ".epub"));
    await mkdir(target, { recursive: true });
    for (const [name, html] of unstyledDocuments(await readFile(book))) {
      await page.setContent(html, { waitUntil: "load" });
      await writeFile(join(target, `${basename(name, ".xhtml")}.png`), await page.screenshot({ fullPage: true }));
    }
  }
} finally {
  await browser.close();
}
