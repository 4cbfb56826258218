import type { Browser, CDPSession, Page } from "puppeteer";
import type { Browser as OpenBrowser, PrintPurpose, ScreenshotOptions } from "../../model/browser.ts";
import { ConfinedPage, noPage, openTime, withDeadline } from "./confined-page.ts";

/** A page is replaced after this many documents, or after a document of more than this many characters. */
const [mostDocuments, mostCharacters] = [50, 2_000_000];

/**
 * Prints with a page that is opened in advance and reused for the next document: opening one takes as long as printing
 * two sheets.
 */
export function printer(browser: Browser): Pick<OpenBrowser, "print"> {
  const idle: { readonly page: Promise<ConfinedPage>; documents: number }[] = [];
  const open = () => ({ page: openPrintPage(browser), documents: 0 });
  // The tab that the browser starts with.
  const first = { page: openFirstPage(browser), documents: 0 };
  // Whoever uses the page gets the error.
  first.page.catch(() => undefined);
  idle.push(first);
  return {
    print: async (html, purpose = "publish", onPrinting) => {
      const chosen = idle.pop() ?? open();
      const page = await chosen.page;
      try {
        const bytes = await page.showOnPaper(html, (_, session) => toPdf(session, purpose, onPrinting));
        chosen.documents += 1;
        if (chosen.documents < mostDocuments && html.length < mostCharacters) idle.push(chosen);
        else page.close();
        return bytes;
      } catch (error) {
        page.close();
        throw error;
      }
    },
  };
}

async function openFirstPage(browser: Browser): Promise<ConfinedPage> {
  const [empty] = await withDeadline(browser.pages(), openTime, noPage);
  return openPrintPage(browser, empty);
}

async function openPrintPage(browser: Browser, empty?: Page): Promise<ConfinedPage> {
  const page = await ConfinedPage.open(browser, empty);
  // Paper is light, whatever the desktop's colour scheme.
  await page.prepare((printed) => printed.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]));
  return page;
}

/** Prints the page as PDF. The document's `@page` rules set the paper size. */
async function toPdf(
  session: CDPSession,
  purpose: PrintPurpose,
  onPrinting: (() => void) | undefined,
): Promise<Uint8Array> {
  const isPublished = purpose === "publish";
  const printing = session.send("Page.printToPDF", {
    generateTaggedPDF: isPublished,
    generateDocumentOutline: isPublished,
    preferCSSPageSize: true,
    printBackground: true,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: 0,
    marginRight: 0,
    transferMode: "ReturnAsStream",
  });
  onPrinting?.();
  const { stream = "" } = await printing;
  return readStream(session, stream);
}

/** Reads a stream of the browser. Puppeteer would decode it character by character. */
async function readStream(session: CDPSession, handle: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for (let isRead = false; !isRead;) {
    const { data, base64Encoded, eof } = await session.send("IO.read", { handle });
    pieces.push(Buffer.from(data, base64Encoded ? "base64" : "utf8"));
    isRead = eof;
  }
  await session.send("IO.close", { handle });
  return Uint8Array.from(Buffer.concat(pieces));
}

/** Returns a PNG of what a window shows. */
export async function screenshot(browser: Browser, html: string, options: ScreenshotOptions): Promise<Uint8Array> {
  const { width, height, dark = false, wholePage = false, scale = 1 } = options;
  const page = await ConfinedPage.open(browser);
  try {
    await page.prepare(async (printed) => {
      await printed.setViewport({ width, height, deviceScaleFactor: scale });
      await printed.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
    });
    return await page.show(html, (shown) => shown.screenshot({ type: "png", fullPage: wholePage }));
  } finally {
    page.close();
  }
}
