import type { Browser } from "puppeteer";
import type { ScreenshotOptions } from "../../model/browser.ts";
import { withConfinedPage } from "./confined-page.ts";

/** A tagged PDF with bookmarks; the paper is what the document's `@page` rules ask for. */
export function print(browser: Browser, html: string): Promise<Uint8Array> {
  return withConfinedPage(
    browser,
    html,
    // Paper is light, whatever the desktop is set to.
    (page) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]),
    async (page) => {
      // Margin boxes do not fetch the faces that they name: one that the text has no use for would be another there.
      await page.evaluate(
        "Promise.allSettled(Array.from(document.fonts, (face) => face.load())).then(() => undefined)",
      );
      return page.pdf({
        tagged: true,
        outline: true,
        preferCSSPageSize: true,
        printBackground: true,
        waitForFonts: true,
        timeout: 0,
      });
    },
  );
}

/** A PNG of what a window shows. */
export function screenshot(browser: Browser, html: string, options: ScreenshotOptions): Promise<Uint8Array> {
  const { width, height, dark = false, wholePage = false, scale = 1 } = options;
  return withConfinedPage(
    browser,
    html,
    async (page) => {
      await page.setViewport({ width, height, deviceScaleFactor: scale });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
    },
    (page) => page.screenshot({ type: "png", fullPage: wholePage }),
  );
}
