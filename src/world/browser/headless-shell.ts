import { Browser, BrowserPlatform, computeExecutablePath } from "@puppeteer/browsers";
import type { Host } from "../../model/world.ts";
import { pathsOf } from "./paths.ts";
import { absent, type Fetch, type Finding, found, ifThere, type Look } from "./way.ts";

/** The headless shell that this version of Puppeteer was tested with; a test checks that the two match. */
export const pinnedVersion = "156.0.8078.47";

/** The platform names of Puppeteer's download server. */
const downloadPlatforms: Readonly<Record<string, BrowserPlatform>> = {
  "linux x64": BrowserPlatform.LINUX,
  "linux arm64": BrowserPlatform.LINUX_ARM,
  "darwin x64": BrowserPlatform.MAC,
  "darwin arm64": BrowserPlatform.MAC_ARM,
  "win32 ia32": BrowserPlatform.WIN32,
  "win32 x64": BrowserPlatform.WIN64,
  // Windows 11 on ARM runs x64 programs.
  "win32 arm64": BrowserPlatform.WIN64,
};

function downloadPlatform(host: Host): BrowserPlatform | undefined {
  return downloadPlatforms[`${host.platform} ${host.architecture}`];
}

/** Returns the cache folder that all Puppeteer installations of this user share. */
export function puppeteerCache(host: Host): string {
  const path = pathsOf(host);
  const value = host.variables["PUPPETEER_CACHE_DIR"] ?? "";
  return value === "" ? path.join(host.home, ".cache", "puppeteer") : path.resolve(host.workingFolder, value);
}

function pinnedExecutable(host: Host): Finding {
  const platform = downloadPlatform(host);
  if (!platform) return absent(`No headless shell is published for ${host.platform} on ${host.architecture}.`);
  const place = { browser: Browser.CHROMEHEADLESSSHELL, buildId: pinnedVersion, platform };
  const path = computeExecutablePath({ cacheDir: puppeteerCache(host), ...place });
  return found({ path: pathsOf(host).normalize(path) });
}

export const pinnedShell: Look = {
  kind: "look",
  name: "the pinned headless shell in Puppeteer's cache",
  look: ({ disk, host }) => ifThere(disk, pinnedExecutable(host)),
};

export const downloadedShell: Fetch = {
  kind: "fetch",
  name: `download of the headless shell ${pinnedVersion}`,
  target: pinnedExecutable,
  async fetch({ host, options, download }) {
    const platform = downloadPlatform(host);
    if (!platform) throw new Error("There is nothing to download for this system.");
    const what = `Downloading the headless shell of Chrome ${pinnedVersion}`;
    options.onProgress?.(what);
    // The variable with which Puppeteer's users set a mirror.
    const baseUrl = host.variables["PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL"];
    await download({ puppeteerCache: puppeteerCache(host), platform, baseUrl }, (fraction) =>
      options.onProgress?.(what, fraction),
    );
  },
};
