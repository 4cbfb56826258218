import type { Browser, HTTPRequest, Page } from "puppeteer";

/** `.invalid` never exists (RFC 2606), and https keeps full browsers from rewriting the address. */
const address = "https://offprint.invalid/";

/**
 * A second fence behind JavaScript being off and every request being answered here: what a document may show is in
 * its own bytes. See https://www.w3.org/TR/CSP3/.
 */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline' data:",
  "font-src data:",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * Show a document in a fresh page, made ready by `prepare`, and hand the page to `use`. The document runs no script
 * and its requests, to the network or to the disk, come to nothing. Rejects when the tab crashes or takes too long,
 * instead of waiting for it for ever.
 */
export async function withConfinedPage<T>(
  browser: Browser,
  html: string,
  prepare: (page: Page) => Promise<void>,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage();
  try {
    const crash = Promise.withResolvers<never>();
    page.once("error", () => crash.reject(new Error("The browser's tab crashed while it laid out the document.")));
    // The deadline is ours and covers all steps; Puppeteer has none for some of them.
    page.setDefaultTimeout(0);
    const shown = async (): Promise<T> => {
      await page.setJavaScriptEnabled(false);
      await prepare(page);
      await answerOnly(page, html);
      await page.goto(address, { waitUntil: "load" });
      return use(page);
    };
    const time = timeFor(html);
    const late = `The browser was not done with the document after ${time / 1_000} seconds.`;
    return await withDeadline(Promise.race([shown(), crash.promise]), time, late);
  } finally {
    // A crashed tab is gone already. One that hangs must not make us wait for its end.
    void page.close().catch(() => undefined);
  }
}

/** Milliseconds: half a minute, and a second more for each 20 000 characters. */
export function timeFor(html: string): number {
  return 30_000 + Math.ceil(html.length / 20_000) * 1_000;
}

/** The document is given out once, for the page itself; whatever else is asked for is refused. */
async function answerOnly(page: Page, html: string): Promise<void> {
  let given = false;
  const answer = async (request: HTTPRequest): Promise<void> => {
    if (request.url().startsWith("data:")) return request.continue();
    // "Aborted" leaves the page as it is; another refusal would put the browser's own error page in its place.
    if (given || request.url() !== address || request.frame() !== page.mainFrame()) return request.abort("aborted");
    given = true;
    const headers = { "content-security-policy": policy };
    return request.respond({ status: 200, contentType: "text/html; charset=utf-8", headers, body: html });
  };
  await page.setRequestInterception(true);
  // A page that is being closed no longer takes an answer; nothing is lost then.
  page.on("request", (request) => void answer(request).catch(() => undefined));
}

/** The value of `work`, or an error with this message when it takes longer than `milliseconds`. */
export async function withDeadline<T>(work: Promise<T>, milliseconds: number, message: string): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(message)), milliseconds);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
