import axe, { type AxeResults } from "axe-core";
import type { Page } from "puppeteer";
import { expect } from "vitest";

/** What axe finds: rules and where. The page's policy must not keep its script out (`setBypassCSP`). */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run(document)")) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(" ")} ${any[0]?.message ?? ""}`.trim()),
  );
}

/** https://drafts.csswg.org/css-color-adjust-1/#forced */
export async function forceColours(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
}

/** Steps after which a walk that does not come to an end is given up. */
const mostSteps = 1000;

const controls = "a[href], button, input, select, textarea, summary, [tabindex='0']";

/** Walks through the page by Tab alone: which controls are not reached, and which do not show that they have the focus. */
export async function walkByTab(page: Page): Promise<{ unseen: string[]; left: string[] }> {
  const isAtStart = await page.evaluate(() => {
    (globalThis as unknown as { reached: Set<Element> }).reached = new Set();
    return document.activeElement === document.body;
  });
  // Behind the last control is the page itself, then the first.
  let rounds = isAtStart ? 1 : 2;
  const unseen: string[] = [];
  for (let step = 0; step < mostSteps; step += 1) {
    await page.keyboard.press("Tab");
    const mark = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return undefined;
      // What has the focus within a frame is seen there.
      if (at.matches("iframe, foliate-view")) return "";
      (globalThis as unknown as { reached: Set<Element> }).reached.add(at);
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      return outlineStyle !== "none" && parseFloat(outlineWidth) > 0 ? "" : at.outerHTML.slice(0, 120);
    });
    if (mark === undefined) rounds -= 1;
    if (rounds === 0) break;
    if (mark) unseen.push(mark);
  }
  const left = await page.$$eval(controls, (all) => {
    const { reached } = globalThis as unknown as { reached: Set<Element> };
    // One of the radios of a group has the focus, the others are reached by arrows.
    return all
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !reached.has(one))
      .filter((one) => !one.matches("[type=radio]"))
      .map((one) => one.outerHTML.slice(0, 120));
  });
  return { unseen, left };
}
