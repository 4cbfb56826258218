import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Browser as Chromium, HTTPRequest } from "puppeteer";
import { launch } from "../browser/start.ts";
import { disk } from "../disk.ts";
import { readHost } from "../host.ts";
import { shell } from "../shell.ts";
import type { AceTask } from "./ace.ts";

// A separate program: `node ace-process.js '{"core": …}'` writes Ace's report into a folder.

/** The interface through which Ace uses a browser. */
interface AxeRunner {
  readonly concurrency: number;
  launch(): Promise<void>;
  close(): Promise<void>;
  setTimeout(milliseconds: number): void;
  run(url: string, scripts: readonly string[], contents: readonly string[], folder: string): Promise<unknown>;
}

type Ace = (book: string, options: Readonly<Record<string, unknown>>, runner: AxeRunner) => Promise<unknown>;

/** Runs in Ace's own page: `window.daisy.ace.run(callback)`. */
const audit = `new Promise((resolve, reject) => {
  window.daisy.ace.run((error, result) => (error ? reject(error) : resolve(result)));
})`;

/** Returns a runner with Offprint's own sandboxed and confined browser, instead of one that Ace brings. */
function runnerWith(chromium: Chromium): AxeRunner {
  return {
    concurrency: 2,
    launch: () => Promise.resolve(),
    close: () => chromium.close(),
    setTimeout: () => undefined,
    async run(url, scripts, contents, folder) {
      const page = await chromium.newPage();
      page.setDefaultTimeout(0);
      await page.setRequestInterception(true);
      page.on("request", (request) => void answer(request, folder).catch(() => undefined));
      await page.goto(url);
      for (const content of contents) await mark(await page.addScriptTag({ content }));
      for (const path of scripts) await mark(await page.addScriptTag({ path }));
      const result = await page.evaluate(audit);
      await page.close();
      return result;
    },
  };
}

/** Marks a script as Ace's own, as opposed to one of the book. */
async function mark(script: { evaluate(run: (element: Element) => void): Promise<unknown> }): Promise<void> {
  await script.evaluate((element) => element.setAttribute("data-ace", ""));
}

/** Answers requests for the book's own files only. */
async function answer(request: HTTPRequest, folder: string): Promise<void> {
  const url = request.url();
  const isOfBook = url.startsWith(`${pathToFileURL(folder).href}/`);
  if (isOfBook || /^(?:data|blob):/.test(url)) return request.continue();
  return request.abort("aborted");
}

const { core, book, report, browser } = JSON.parse(process.argv[2] ?? "{}") as AceTask;
const ace = createRequire(import.meta.url)(core) as Ace;
const chromium = await launch(browser, { disk, host: readHost(), shell });
const options = { cwd: process.cwd(), outdir: report, silent: true, initLogger: true, doNotReportMedia: true };
await ace(book, options, runnerWith(chromium));
// Ace's logger keeps files open, so the process must exit explicitly.
process.exit(0);
