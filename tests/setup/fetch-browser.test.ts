import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { Browser, computeExecutablePath, detectBrowserPlatform } from "@puppeteer/browsers";
import { strToU8, zipSync } from "fflate";
import { expect, onTestFinished, test } from "vitest";
import { pinnedVersion } from "../../src/world/browser/headless-shell.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { type Ended, runScript } from "./run-script.ts";

/** Fetch into this folder from a server that answers in this way. */
async function fetchFrom(cache: string, answer: RequestListener): Promise<Ended> {
  const server = createServer(answer);
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return runScript("fetch-browser.ts", [], {
    variables: { PUPPETEER_CACHE_DIR: cache, PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL: address },
  });
}

test("the pinned browser is fetched once, and its path printed", async () => {
  const cache = await temporaryFolder();
  const build = { browser: Browser.CHROMEHEADLESSSHELL, buildId: pinnedVersion, platform: detectBrowserPlatform() };
  const path = computeExecutablePath({ cacheDir: cache, ...build, platform: build.platform ?? fail() });
  // <cache>/chrome-headless-shell/<platform>-<version>/<what the archive holds>
  const packed = relative(cache, path).split(sep).slice(2).join("/");
  const archive = zipSync({ [packed]: [strToU8("a browser"), { os: 3, attrs: 0o100755 << 16 }] });
  let asked = 0;
  const answer: RequestListener = (_, response) => {
    asked += 1;
    response.end(archive);
  };
  for (const round of [1, 2]) {
    expect(await fetchFrom(cache, answer), `round ${round}`).toEqual({ code: 0, out: `${path}\n`, err: "" });
  }
  expect(asked).toBe(1);
  expect(await readFile(join(path), "utf8")).toBe("a browser");
});

test("a browser that cannot be fetched is a reason in one line", async () => {
  const { code, out, err } = await fetchFrom(await temporaryFolder(), (_, response) => {
    response.writeHead(404).end();
  });
  expect([code, out]).toEqual([1, ""]);
  expect(err).toMatch(/^The pinned browser cannot be had: .*404.*\n$/);
});

function fail(): never {
  throw new Error("There is no browser for this system.");
}
