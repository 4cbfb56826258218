import type { Browser, CDPSession, Page, Protocol } from "puppeteer";
import { type DocumentParts, emptyDocument, exchangeScript, fontsLoaded, partsOf } from "./exchange-document.ts";

/** `.invalid` never resolves (RFC 2606); https keeps full browsers from rewriting the address. */
const address = "https://offprint.invalid/";

/**
 * A second barrier: JavaScript is already off, and every request is answered here. A document may show only what its
 * own bytes hold. See https://www.w3.org/TR/CSP3/.
 */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline' data:",
  "font-src data:",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Milliseconds in which a page must open. */
export const openTime = 30_000;

export const noPage = "The browser does not open a page.";

/**
 * A page that shows one document after another. Documents run no scripts, and their requests to the network or disk
 * fail.
 */
export class ConfinedPage {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #mainFrame: string;
  readonly #crash = Promise.withResolvers<never>();
  /** The document to serve, once. */
  #document: string | undefined;
  /** The fonts of the document that is shown on paper; `undefined` if one is shown that was loaded whole. */
  #faces: string | undefined;

  private constructor(page: Page, session: CDPSession, mainFrame: string) {
    this.#page = page;
    this.#session = session;
    this.#mainFrame = mainFrame;
    page.once("error", () =>
      this.#crash.reject(new Error("The browser's tab crashed while it laid out the document.")),
    );
    // A crash between two documents surfaces with the next document.
    this.#crash.promise.catch(() => undefined);
  }

  /**
   * Opens a page in a new tab, or in an empty one that exists. With `runsOurs`, JavaScript is on for Offprint's own
   * scripts; only the policy then keeps the document's scripts from running. Rejects in time where the browser is
   * frozen, which opens no page and reports no error.
   */
  static open(browser: Browser, empty?: Page, runsOurs = false): Promise<ConfinedPage> {
    return withDeadline(ConfinedPage.#open(browser, empty, runsOurs), openTime, noPage);
  }

  static async #open(browser: Browser, empty: Page | undefined, runsOurs: boolean): Promise<ConfinedPage> {
    const page = empty ?? (await browser.newPage());
    // This class sets one deadline for all steps; Puppeteer has none for some of them.
    page.setDefaultTimeout(0);
    const session = await page.createCDPSession();
    const { frameTree } = await session.send("Page.getFrameTree");
    const confined = new ConfinedPage(page, session, frameTree.frame.id);
    session.on("Fetch.requestPaused", (request) => void confined.#answer(request).catch(() => undefined));
    await Promise.all([page.setJavaScriptEnabled(runsOurs), session.send("Fetch.enable")]);
    return confined;
  }

  /** Applies settings that hold for every document. */
  prepare(change: (page: Page) => Promise<void>): Promise<void> {
    return withDeadline(change(this.#page), openTime, noPage);
  }

  /** Shows a document and passes the page to `use`. Rejects when the tab crashes or takes too long. */
  async show<T>(
    html: string,
    use: (page: Page, session: CDPSession) => Promise<T>,
    time: number = timeFor(html),
  ): Promise<T> {
    const shown = async (): Promise<T> => {
      await this.#load(html);
      return use(this.#page, this.#session);
    };
    return this.#inTime(shown(), time);
  }

  /** Shows a document to be printed, its fonts loaded. */
  async showOnPaper<T>(html: string, use: (page: Page, session: CDPSession) => Promise<T>): Promise<T> {
    const shown = async (): Promise<T> => {
      const parts = partsOf(html);
      if (parts) await this.#exchange(parts);
      else {
        await this.#load(html);
        await this.#page.evaluate(fontsLoaded);
      }
      return use(this.#page, this.#session);
    };
    return this.#inTime(shown(), timeFor(html));
  }

  async #load(html: string): Promise<void> {
    this.#faces = undefined;
    this.#document = html;
    await this.#page.goto(address, { waitUntil: "load" });
  }

  /** Shows a document in place of the one before, without loading the fonts again. */
  async #exchange({ faces, style, html }: DocumentParts): Promise<void> {
    const known = this.#faces;
    if (known === undefined) await this.#load(emptyDocument);
    await this.#page.evaluate(exchangeScript({ style, html, ...(faces !== known && { faces }) }));
    this.#faces = faces;
  }

  #inTime<T>(work: Promise<T>, time: number): Promise<T> {
    const late = `The browser did not finish the document in ${time / 1_000} seconds.`;
    return withDeadline(Promise.race([work, this.#crash.promise]), time, late);
  }

  /** Terminates an endless script. A page in which one runs ignores `close`. */
  stop(): void {
    void this.#session.send("Runtime.terminateExecution").catch(() => undefined);
  }

  /** Closes the page without waiting: a crashed tab is gone already, and a hung one would block. */
  close(): void {
    void this.#page.close().catch(() => undefined);
  }

  /**
   * Refuses every request but the document's own. Puppeteer's interception could do the same, but reports each embedded
   * font and image with its full data URL and takes ten times as long to encode a document.
   */
  #answer({ requestId, request, frameId }: Protocol.Fetch.RequestPausedEvent): Promise<unknown> {
    if (request.url.startsWith("data:")) return this.#session.send("Fetch.continueRequest", { requestId });
    const document = this.#document;
    // "Aborted" leaves the page as it is; any other reason would show the browser's own error page.
    if (document === undefined || request.url !== address || frameId !== this.#mainFrame) {
      return this.#session.send("Fetch.failRequest", { requestId, errorReason: "Aborted" });
    }
    this.#document = undefined;
    const responseHeaders = [
      { name: "content-type", value: "text/html; charset=utf-8" },
      { name: "content-security-policy", value: policy },
    ];
    const body = Buffer.from(document).toString("base64");
    return this.#session.send("Fetch.fulfillRequest", { requestId, responseCode: 200, responseHeaders, body });
  }
}

/** Returns the deadline in milliseconds: 30 seconds, plus one second per 20,000 characters. */
export function timeFor(html: string): number {
  return 30_000 + Math.ceil(html.length / 20_000) * 1_000;
}

/** Resolves with the value of `work`, or rejects with `message` after `milliseconds`. */
export async function withDeadline<T>(work: Promise<T>, milliseconds: number, message: string): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(message)), milliseconds);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
