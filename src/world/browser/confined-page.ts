import type { Browser, CDPSession, Page, Protocol } from "puppeteer";

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
  readonly #session: CDPSession;
  readonly #mainFrame: string;
  readonly #crash = Promise.withResolvers<never>();
  /** The document that is to be given out, once. */
  #document: string | undefined;

  private constructor(page: Page, session: CDPSession, mainFrame: string) {
    this.#page = page;
    this.#session = session;
    this.#mainFrame = mainFrame;
    page.once("error", () =>
      this.#crash.reject(new Error("The browser's tab crashed while it laid out the document.")),
    );
    // A crash between two documents is found by the next.
    this.#crash.promise.catch(() => undefined);
  }

  /**
   * In a new tab, or in one that is there and empty. Where scripts of ours are to run, JavaScript is on, and the policy alone
   * keeps those of the document from it.
   */
  static async open(browser: Browser, empty?: Page, runsOurs = false): Promise<ConfinedPage> {
    const page = empty ?? (await browser.newPage());
    // The deadline is ours and covers all steps; Puppeteer has none for some of them.
    page.setDefaultTimeout(0);
    const session = await page.createCDPSession();
    const { frameTree } = await session.send("Page.getFrameTree");
    const confined = new ConfinedPage(page, session, frameTree.frame.id);
    session.on("Fetch.requestPaused", (request) => void confined.#answer(request).catch(() => undefined));
    await Promise.all([page.setJavaScriptEnabled(runsOurs), session.send("Fetch.enable")]);
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
  async show<T>(
    html: string,
    use: (page: Page, session: CDPSession) => Promise<T>,
    time: number = timeFor(html),
  ): Promise<T> {
    this.#document = html;
    const shown = async (): Promise<T> => {
      await this.#page.goto(address, { waitUntil: "load" });
      return use(this.#page, this.#session);
    };
    const late = `The browser did not finish the document in ${time / 1_000} seconds.`;
    return withDeadline(Promise.race([shown(), this.#crash.promise]), time, late);
  }

  /** End a script that has no end; a page where one runs does not hear that it is to close. */
  stop(): void {
    void this.#session.send("Runtime.terminateExecution").catch(() => undefined);
  }

  /** Does not wait for it: a crashed tab is gone already, and one that hangs would make us wait. */
  close(): void {
    void this.#page.close().catch(() => undefined);
  }

  /**
   * What is asked for but the document itself is refused. Puppeteer's interception would do the same, tell of each embedded
   * face and image what its whole address is, and take ten times as long to encode a document.
   */
  #answer({ requestId, request, frameId }: Protocol.Fetch.RequestPausedEvent): Promise<unknown> {
    if (request.url.startsWith("data:")) return this.#session.send("Fetch.continueRequest", { requestId });
    const document = this.#document;
    // "Aborted" leaves the page as it is; another refusal would put the browser's own error page in its place.
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
