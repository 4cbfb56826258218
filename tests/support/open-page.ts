import puppeteer, { type Browser, type Page } from "puppeteer";
import { onTestFinished } from "vitest";
import { realWorld } from "../../src/world/node.ts";

/** Milliseconds that a busy or slow machine may take for a step: what never comes is missed then. */
const patience = 300_000;

let program: Promise<string> | undefined;

/** The browser that Offprint itself would take. */
function browserProgram(): Promise<string> {
  return (program ??= findProgram());
}

async function findProgram(): Promise<string> {
  const opened = await realWorld().browsers.open({});
  if (!opened.ok)
    throw new Error(opened.diagnostics.map(({ message, hint }) => `${message}\n${hint ?? ""}`).join("\n"));
  await opened.value.close();
  return opened.value.path;
}

export interface View {
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
}

/**
 * A document in a real browser with scripting, so that checkers can run in it, once its faces are there. Gone when the test
 * is over.
 */
export async function openPage(html: string, { width, height, dark = false }: View): Promise<Page> {
  const browser: Browser = await puppeteer.launch({
    executablePath: await browserProgram(),
    headless: "shell",
    timeout: patience,
    protocolTimeout: patience,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.setContent(html, { waitUntil: "load" });
  await facesLoaded(page);
  return page;
}

/** Waits for the faces of the document's fonts: until then lines have other lengths. */
export async function facesLoaded(page: Page): Promise<void> {
  await page.evaluate("document.fonts.ready.then(() => undefined)");
}
