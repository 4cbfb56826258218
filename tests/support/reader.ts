import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { HTTPRequest, Page } from "puppeteer";
import { openPage, type View } from "./open-page.ts";

// A reading system in a real browser: foliate-js, the engine of the readers Foliate and Readest. It opens the file itself.

const engine = dirname(fileURLToPath(import.meta.resolve("foliate-js/view.js")));
const origin = "https://reader.invalid";

/** Scripts of the engine run, those of a book would not. */
const policy = "script-src 'self'; object-src 'none'";

const shell = `<!doctype html><meta charset="utf-8"><title>Reader</title>
<style>html, body, foliate-view { display: block; margin: 0; height: 100vh; }</style><body></body>`;

const program = `import "./view.js";
import { FootnoteHandler } from "./footnotes.js";
const view = document.createElement("foliate-view");
document.body.append(view);
const blob = await (await fetch("/book.epub")).blob();
await view.open(new File([blob], "book.epub", { type: "application/epub+zip" }));
const notes = new FootnoteHandler();
const opened = [];
notes.addEventListener("before-render", ({ detail }) => {
  detail.view.addEventListener("load", ({ detail: { doc } }) => opened.push(doc));
  document.body.append(detail.view);
});
view.addEventListener("link", (event) => notes.handle(view.book, event));
window.reader = { view, opened };`;

/** What the pages of a test may ask of the reader, in its own window. */
export interface ReaderWindow {
  readonly reader: {
    readonly view: {
      readonly book: {
        readonly dir: string;
        readonly sections: readonly { readonly id: string }[];
        readonly toc: readonly { readonly label: string; readonly href: string }[];
        readonly metadata: { readonly title: unknown };
      };
      readonly renderer: {
        getContents(): readonly { readonly doc: Document; readonly index: number }[];
        setStyles(css: string): void;
      };
      goTo(target: number | string): Promise<unknown>;
      next(): Promise<unknown>;
    };
    /** The documents of the notes that opened in a window. */
    readonly opened: readonly Document[];
  };
}

export interface Reader {
  readonly page: Page;
  /** What went wrong in the page: errors on the console, exceptions, requests that failed. */
  readonly errors: readonly string[];
}

/** Open a book in a window of this size. Gone when the test is over. */
export async function openReader(book: Uint8Array, view: View): Promise<Reader> {
  const page = await openPage("", view);
  const errors: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  page.on("pageerror", (error) => void errors.push(String(error)));
  page.on("requestfailed", (request) => void errors.push(`${request.url()} failed`));
  await page.setRequestInterception(true);
  page.on("request", (request) => void answer(request, book));
  await page.goto(`${origin}/`);
  await page.addScriptTag({ url: `${origin}/program.js`, type: "module" });
  await page.waitForFunction("window.reader !== undefined", { timeout: 0 });
  return { page, errors };
}

async function answer(request: HTTPRequest, book: Uint8Array): Promise<void> {
  const url = new URL(request.url());
  if (url.protocol === "blob:" || url.protocol === "data:") return request.continue();
  if (url.origin !== origin) return request.abort();
  const [type, body] = await fileAt(url.pathname, book);
  return request.respond({ contentType: type, headers: { "content-security-policy": policy }, body });
}

async function fileAt(path: string, book: Uint8Array): Promise<[string, string | Uint8Array]> {
  if (path === "/") return ["text/html", shell];
  if (path === "/program.js") return ["text/javascript", program];
  if (path === "/book.epub") return ["application/epub+zip", book];
  if (path === "/favicon.ico") return ["image/x-icon", ""];
  return ["text/javascript", await readFile(join(engine, path), "utf8")];
}
