import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BrowserPlatform } from "@puppeteer/browsers";
import { strToU8, zipSync } from "fflate";
import * as puppeteer from "puppeteer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { headlessShellDownloader } from "../../src/world/browser/download-headless-shell.ts";
import { pinnedVersion } from "../../src/world/browser/headless-shell.ts";
import { disk } from "../../src/world/disk.ts";

const name = "chrome-headless-shell-linux64/chrome-headless-shell";
const content = "a browser, in a manner of speaking";

const running: { servers: Server[]; cache?: string } = { servers: [] };

beforeEach(async () => {
  running.cache = await mkdtemp(join(tmpdir(), "offprint-test-"));
});

afterEach(async () => {
  for (const server of running.servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await rm(running.cache ?? "", { recursive: true, force: true });
});

/** Download from a server that answers in this way; `patience`: milliseconds of silence. */
async function download(answer: RequestListener, seen: number[] = [], patience = 120_000): Promise<string> {
  const server = createServer(answer);
  running.servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const puppeteerCache = running.cache ?? "";
  const request = { puppeteerCache, platform: BrowserPlatform.LINUX, baseUrl: `http://127.0.0.1:${port}` };
  await headlessShellDownloader(disk, patience)(request, (fraction) => void seen.push(fraction));
  return join(puppeteerCache, "chrome-headless-shell", `linux-${pinnedVersion}`, name);
}

const left = (): Promise<string[]> => readdir(join(running.cache ?? "", "chrome-headless-shell"));
const archive = zipSync({ [name]: strToU8(content) });

test("a downloaded shell is where Puppeteer looks for it, and nothing else", async () => {
  const seen: number[] = [];
  const path = await download((_, response) => {
    response.writeHead(200, { "content-length": archive.length });
    response.end(archive);
  }, seen);
  expect(await readFile(path, "utf8")).toBe(content);
  expect(seen.at(-1)).toBe(1);
  expect(await left()).toEqual([`linux-${pinnedVersion}`]);
});

test("a second download at the same time leaves the first one's in place", async () => {
  const answer: RequestListener = (_, response) => void response.end(archive);
  const paths = await Promise.all([download(answer), download(answer)]);
  for (const path of paths) expect(await readFile(path, "utf8")).toBe(content);
  expect(await left()).toEqual([`linux-${pinnedVersion}`]);
});

test("a host that refuses is a reason in one line", async () => {
  const refusing = download((_, response) => void response.writeHead(403).end());
  await expect(refusing).rejects.toThrow(/^Download failed: server returned code 403/);
  expect(await left()).toEqual([]);
});

test("a host that accepts and stays silent is given up", async () => {
  await expect(download(() => {}, [], 500)).rejects.toThrow("did not answer for 0.5 seconds");
  expect(await left()).toEqual([]);
});

test("a host that falls silent half-way is given up", async () => {
  const answer: RequestListener = (_, response) => {
    response.writeHead(200, { "content-length": archive.length });
    response.write(archive.subarray(0, 20));
  };
  const halfway = download(answer, [], 500);
  await expect(halfway).rejects.toThrow("did not answer for 0.5 seconds");
  expect(await left()).toEqual([]);
});

test("a download that is not an archive leaves no files", async () => {
  await expect(download((_, response) => void response.end("<html>Log in</html>"))).rejects.toThrow();
  expect(await left()).toEqual([]);
});

test("the pinned version is the one that Puppeteer's authors tested", () => {
  const revisions: unknown = Reflect.get(puppeteer, "PUPPETEER_REVISIONS");
  expect(revisions).toMatchObject({ "chrome-headless-shell": pinnedVersion });
});
