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
 * A page that shows one document after the other. They run no script, and their requests, to the network or to the disk,
 * come to nothing.
 */
export class ConfinedPage {
  readonly #page: Page;
  readonly #crash = Promise.withResolvers<never>();
  /** The document that is to be given out, once. */
  #document: string | undefined;

  private constructor(page: Page) {
    this.#page = page;
    page.once("error", () =>
      this.#crash.reject(new Error("The browser's tab crashed while it laid out the document.")),
    );
    // A crash between two documents is found by the next.
    this.#crash.promise.catch(() => undefined);
  }

  static async open(browser: Browser): Promise<ConfinedPage> {
    const page = await browser.newPage();
    // The deadline is ours and covers all steps; Puppeteer has none for some of them.
    page.setDefaultTimeout(0);
    const confined = new ConfinedPage(page);
    page.on("request", (request) => void confined.#answer(request).catch(() => undefined));
    await Promise.all([page.setJavaScriptEnabled(false), page.setRequestInterception(true)]);
    return confined;
  }

  /** What is to hold for every document. */
  prepare(change: (page: Page) => Promise<void>): Promise<void> {
    return change(this.#page);
  }

  /**
   * Show a document and hand the page to `use`. Rejects when the tab crashes or takes too long, instead of waiting for it
   * for ever.
   */
  async show<T>(html: string, use: (page: Page) => Promise<T>): Promise<T> {
    this.#document = html;
    const shown = async (): Promise<T> => {
      await this.#page.goto(address, { waitUntil: "load" });
      return use(this.#page);
    };
    const time = timeFor(html);
    const late = `The browser did not finish the document in ${time / 1_000} seconds.`;
    return withDeadline(Promise.race([shown(), this.#crash.promise]), time, late);
  }

  /** Does not wait for it: a crashed tab is gone already, and one that hangs would make us wait. */
  close(): void {
    void this.#page.close().catch(() => undefined);
  }

  /** What is asked for but the document itself is refused. A page that is being closed no longer takes an answer. */
  async #answer(request: HTTPRequest): Promise<void> {
    if (request.url().startsWith("data:")) return request.continue();
    const body = this.#document;
    // "Aborted" leaves the page as it is; another refusal would put the browser's own error page in its place.
    if (body === undefined || request.url() !== address || request.frame() !== this.#page.mainFrame()) {
      return request.abort("aborted");
    }
    this.#document = undefined;
    const headers = { "content-security-policy": policy };
    return request.respond({ status: 200, contentType: "text/html; charset=utf-8", headers, body });
  }
}

/** Milliseconds: half a minute, and a second more for each 20 000 characters. */
export function timeFor(html: string): number {
  return 30_000 + Math.ceil(html.length / 20_000) * 1_000;
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
