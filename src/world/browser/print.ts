import type { Browser } from "puppeteer";
import { withConfinedPage } from "./confined-page.ts";

/** A tagged PDF with bookmarks; the paper is what the document's `@page` rules ask for. */
export function print(browser: Browser, html: string): Promise<Uint8Array> {
  return withConfinedPage(
    browser,
    html,
    // Paper is light, whatever the desktop is set to.
    (page) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]),
    (page) =>
      page.pdf({
        tagged: true,
        outline: true,
        preferCSSPageSize: true,
        printBackground: true,
        waitForFonts: true,
        timeout: 0,
      }),
  );
}
