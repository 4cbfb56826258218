import type { Browsers, Disk, Host, Shell } from "../../model/world.ts";
import { howToGetABrowser } from "./advice.ts";
import { headlessShellDownloader } from "./download-headless-shell.ts";
import { namedByOption, namedByVariable } from "./explicit.ts";
import { downloadedShell, pinnedShell } from "./headless-shell.ts";
import { identifyFirst } from "./identify.ts";
import { inspectWays } from "./inspect.ts";
import { cachedNpmChromium, fetchedNpmChromium } from "./npm-chromium.ts";
import { openFirst } from "./open.ts";
import { starter } from "./start.ts";
import { installedOnSystem } from "./system.ts";
import { unpackNpmChromium } from "./unpack-npm-chromium.ts";
import type { Way } from "./way.ts";

/**
 * The ways of finding a browser, in the order in which they are tried. What the user names comes first and has no
 * fallback. Browsers on the machine follow, starting with the version that Puppeteer was tested with; then downloads,
 * again the tested version before the one from npm, which works where other downloads are blocked.
 */
export const waysToABrowser: readonly Way[] = [
  namedByOption,
  namedByVariable,
  pinnedShell,
  installedOnSystem,
  cachedNpmChromium,
  downloadedShell,
  fetchedNpmChromium,
];

/** Creates the access to the browsers that are on this machine or can be downloaded to it. */
export function createBrowsers(outside: { disk: Disk; host: Host; shell: Shell }): Browsers {
  const start = starter(outside);
  const tools = { ...outside, download: headlessShellDownloader(outside.disk), unpack: unpackNpmChromium };
  return {
    open: (options) => openFirst(waysToABrowser, { ...tools, options }, start),
    identify: (options, disk = tools.disk) => identifyFirst(waysToABrowser, { ...tools, options, disk }),
    advise: () => howToGetABrowser(outside.disk, outside.host),
    inspect: (options) => inspectWays(waysToABrowser, { ...tools, options }, start),
  };
}
