import { expect, test } from "vitest";
import type { Browser } from "../../src/model/browser.ts";
import { keepBrowser } from "../../src/model/keep-browser.ts";
import { succeed } from "../../src/model/outcome.ts";
import type { World } from "../../src/model/world.ts";
import { build } from "../../src/pipeline/build.ts";
import { shareBrowser } from "../../src/pipeline/share-browser.ts";
import { worldIn } from "../support/world.ts";

/** A world whose browsers print by number; of those that are `dying` no print comes to an end. */
function worldWith(dying: readonly number[]): { world: World; opened: () => number; closed: () => number[] } {
  let count = 0;
  const closed: number[] = [];
  const open = () => {
    count += 1;
    const number = count;
    const browser: Browser = {
      version: `Browser/${number}`,
      path: "/browser",
      sandboxed: true,
      print: (html) =>
        dying.includes(number)
          ? Promise.reject(new Error("Connection closed."))
          : Promise.resolve(new TextEncoder().encode(`${number}: ${html}`)),
      evaluate: () => Promise.reject(new Error("None.")),
      screenshot: () => Promise.reject(new Error("None.")),
      close: () => {
        closed.push(number);
        return Promise.resolve();
      },
    };
    return Promise.resolve(succeed(browser));
  };
  const here = worldIn("/");
  return { world: { ...here, browsers: { ...here.browsers, open } }, opened: () => count, closed: () => closed };
}

const printed = async (browser: Browser, html: string): Promise<string> =>
  new TextDecoder().decode(await browser.print(html));

test.each([false, true])(
  "replaces a browser that dies once for all prints that it failed (kept open: %s)",
  async (isKept) => {
    const { world, opened, closed } = worldWith([1]);
    const keptBrowser = keepBrowser(world);
    const shared = shareBrowser(isKept ? keptBrowser.world : world, {});
    const browser = await shared.open();
    if (!browser.ok) throw new Error("No browser.");
    expect(await Promise.all(["a", "b"].map((html) => printed(browser.value, html)))).toEqual(["2: a", "2: b"]);
    expect(await printed(browser.value, "c")).toBe("2: c");
    expect([opened(), closed()]).toEqual([2, [1]]);
    await shared.close();
    await keptBrowser.close();
    expect(closed()).toEqual([1, 2]);
  },
);

test("a print that two browsers fail is failed, and after the end of a run no other is started", async () => {
  const { world, opened } = worldWith([1, 2]);
  const shared = shareBrowser(world, {});
  const browser = await shared.open();
  if (!browser.ok) throw new Error("No browser.");
  await expect(browser.value.print("a")).rejects.toThrow("Connection closed.");
  expect(opened()).toBe(2);
  expect(await printed(browser.value, "b")).toBe("3: b");
  await shared.close();
  const over = worldWith([1]);
  const ended = shareBrowser(over.world, {});
  const last = await ended.open();
  if (!last.ok) throw new Error("No browser.");
  await ended.close();
  await expect(last.value.print("a")).rejects.toThrow("Connection closed.");
  expect(over.opened()).toBe(1);
});

test.each([
  { program: undefined, before: 0 },
  { program: { path: "/browser", identity: "a" }, before: 1 },
])("a browser starts ahead of its first use only if it is on this machine ($before)", async ({ program, before }) => {
  const { world, opened, closed } = worldWith([]);
  const identify = () => Promise.resolve(program);
  const shared = shareBrowser({ ...world, browsers: { ...world.browsers, identify } }, {});
  await shared.startIfThere();
  expect(opened()).toBe(before);
  const browser = await shared.open();
  if (!browser.ok) throw new Error("No browser.");
  expect(await printed(browser.value, "a")).toBe("1: a");
  await shared.close();
  expect([opened(), closed()]).toEqual([1, [1]]);
});

test.each([
  { asked: {}, starts: 1 },
  { asked: { formats: ["epub"] }, starts: 1 },
  { asked: { formats: ["epub"], pageList: false }, starts: 0 },
  { asked: { formats: ["html"] }, starts: 0 },
  { asked: { editions: ["web", "booklet"] }, starts: 1 },
] as const)(
  "a build that may print starts a browser while it reads, and closes it ($asked)",
  async ({ asked, starts }) => {
    const { world, opened, closed } = worldWith([]);
    const identify = () => Promise.resolve({ path: "/browser", identity: "a" });
    const seen = { ...world, browsers: { ...world.browsers, identify } };
    const request = { ...asked, sources: ["/there/is/none"], config: {}, toolVersion: "1" };
    const built = await build(seen, request);
    expect(built.ok).toBe(false);
    expect([opened(), closed().length]).toEqual([starts, starts]);
  },
);
