import type { Browser } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { launchArguments } from "../../src/world/browser/arguments.ts";
import { ConfinedPage, timeFor, withDeadline } from "../../src/world/browser/confined-page.ts";
import { launch } from "../../src/world/browser/start.ts";
import { realWorld } from "../../src/world/node.ts";
import { fakeHost, withSupplement } from "./fake-search.ts";

const running: { browser?: Browser } = {};

beforeAll(async () => {
  const world = realWorld();
  const outcome = await world.browsers.open({});
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join("\n"));
  await outcome.value.close();
  running.browser = await launch(withSupplement(outcome.value.path), world);
}, 900_000);

afterAll(() => running.browser?.close());

const browser = (): Browser => {
  if (!running.browser) throw new Error("The browser has not started.");
  return running.browser;
};

describe("a confined page", () => {
  test("that crashes is an error at once, and the next page works", async () => {
    const page = await ConfinedPage.open(browser());
    const crashing = page.show("<p>a</p>", async (shown) => {
      const session = await shown.createCDPSession();
      await session.send("Page.crash");
    });
    await expect(crashing).rejects.toThrow("The browser's tab crashed while it laid out the document.");
    const next = await ConfinedPage.open(browser());
    expect(await next.show("<title>b</title>", (shown) => shown.title())).toBe("b");
    next.close();
  });

  test("passes on errors in use, and closes on request", async () => {
    const before = await browser().pages();
    const page = await ConfinedPage.open(browser());
    const [own] = (await browser().pages()).filter((one) => !before.includes(one));
    expect(own).toBeDefined();
    const failing = page.show("<p>a</p>", () => Promise.reject(new Error("not this time")));
    await expect(failing).rejects.toThrow("not this time");
    page.close();
    await expect.poll(() => browser().pages()).not.toContain(own);
  });

  test("answers one address once for each document", async () => {
    const page = await ConfinedPage.open(browser());
    const html = `<iframe src="https://offprint.invalid/"></iframe><img src="https://offprint.invalid/" alt="">`;
    for (const title of ["one", "two"]) {
      const seen: string[] = [];
      const shown = await page.show(`<title>${title}</title>${html}`, async (shownPage) => {
        for (const frame of shownPage.frames()) seen.push(frame.url());
        return shownPage.title();
      });
      expect(shown).toBe(title);
      expect(seen.filter((url) => url === "https://offprint.invalid/")).toHaveLength(1);
    }
    page.close();
  });
});

test("a large document gets more time", () => {
  expect(timeFor("")).toBe(30_000);
  expect(timeFor("x".repeat(200_000))).toBe(40_000);
});

describe("a deadline", () => {
  test("ends work that does not end", async () => {
    vi.useFakeTimers();
    const late = expect(withDeadline(new Promise(() => {}), 5_000, "too late")).rejects.toThrow("too late");
    await vi.advanceTimersByTimeAsync(5_000);
    await late;
    vi.useRealTimers();
  });

  test("leaves no timer running", async () => {
    vi.useFakeTimers();
    expect(await withDeadline(Promise.resolve(1), 5_000, "too late")).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});

describe("the sandbox", () => {
  const withoutSandbox = (changes: Parameters<typeof fakeHost>[0]): boolean =>
    launchArguments(fakeHost(changes)).includes("--no-sandbox");

  test("is kept wherever it can run", () => {
    expect(withoutSandbox({})).toBe(false);
    expect(withoutSandbox({ variables: { OFFPRINT_NO_SANDBOX: "0" } })).toBe(false);
    expect(withoutSandbox({ platform: "darwin", isRoot: true })).toBe(false);
  });

  test("is dropped for root on Linux and on request", () => {
    expect(withoutSandbox({ isRoot: true })).toBe(true);
    expect(withoutSandbox({ variables: { OFFPRINT_NO_SANDBOX: "1" } })).toBe(true);
  });
});
