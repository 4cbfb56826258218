import type { Browser } from "puppeteer";
import { ConfinedPage } from "./confined-page.ts";

/** Runs scripts in a new tab, closes it, and returns what the last script resolves to. */
export async function evaluate(
  browser: Browser,
  html: string,
  scripts: readonly string[],
  time: number,
): Promise<unknown> {
  const page = await ConfinedPage.open(browser, undefined, true);
  try {
    return await page.show(
      html,
      async (shown) => {
        let last: unknown;
        for (const script of scripts) last = await shown.evaluate(script);
        return last;
      },
      time,
    );
  } finally {
    page.stop();
    page.close();
  }
}
