import type { Page } from "puppeteer";
import { onTestFinished } from "vitest";
import type { EditionName } from "../../src/model/edition.ts";
import { startPreview } from "../../src/preview/preview.ts";
import { recordedTerminal } from "./command-line.ts";
import { openPage, type View } from "./open-page.ts";
import { replaceFile, temporaryFolder } from "./temporary.ts";
import { worldIn } from "./world.ts";

// The window of the preview in a real browser. A build may load its views again at any time, so that a frame, an element or
// a position that was found before is no longer there: each condition is asked of the window itself, until it holds.

/** The preview of one article. Gone when the test is over. */
export async function openPreview(
  article: string,
  editions: readonly EditionName[],
  view: View,
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
) {
  const folder = await temporaryFolder({ "a/article.md": article });
  const { terminal } = recordedTerminal();
  const request = { sources: ["a"], editions, config: {}, toolVersion: "0" };
  const started = await startPreview(worldIn(folder, { terminal }), request, 0);
  if (!started.ok) throw new Error(JSON.stringify(started.diagnostics));
  onTestFinished(() => started.value.close());
  const page = await openPage("", view);
  const errors: string[] = [];
  page.on("pageerror", (error) => void errors.push(String(error)));
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  await prepare(page);
  await page.goto(started.value.url);
  return { page, errors, write: (changed: string) => replaceFile(folder, "a/article.md", changed) };
}

/** Shows or hides views by their boxes, which move while the lists beside them are filled. */
export async function toggleViews(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await page.$eval(`#panes input[value="${name}"]`, (box) => box.click());
  }
}

/** Waits for the end of the build, and until each chosen view shows what it made. */
export async function upToDate(page: Page, status = "Up to date"): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const views = Array.from(
        document.querySelectorAll<HTMLInputElement>("#panes input:checked"),
        ({ value }) => value,
      );
      const isShown = (name: string): boolean =>
        document.querySelector(`[data-pane="${name}"]:not([hidden])[data-state="shown"]`) !== null;
      return document.querySelector("#status")?.textContent === wanted && views.every(isShown);
    },
    {},
    status,
  );
}

/** Waits until a condition holds in the web page that is shown, whichever that is, and returns what it gave. */
export async function inWebPage<T, A = undefined>(
  page: Page,
  condition: (web: Window & typeof globalThis, argument: A) => T,
  argument?: A,
): Promise<T> {
  const view = `document.querySelector('[data-pane="web"] iframe')?.contentWindow`;
  const found = await page.waitForFunction(
    `${view}?.document.body && (${String(condition)})(${view}, ${JSON.stringify(argument)})`,
  );
  return (await found.jsonValue()) as T;
}

/** Waits until the source is shown with these words in the line that is meant. */
export async function sourceWith(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector("#source:not([hidden]) mark")?.textContent.includes(wanted),
    {},
    words,
  );
}
