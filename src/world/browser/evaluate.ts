import type { Browser } from "puppeteer";
import { ConfinedPage } from "./confined-page.ts";

/** What the last of these scripts resolves to, in a tab of its own that is gone afterwards. */
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
