import type { Browsers, Disk, Host, Shell } from "../../model/world.ts";
import { headlessShellDownloader } from "./download-headless-shell.ts";
import { waysToABrowser } from "./find.ts";
import { inspectWays } from "./inspect.ts";
import { openFirst } from "./open.ts";
import { starter } from "./start.ts";
import { unpackNpmChromium } from "./unpack-npm-chromium.ts";

/** The browsers of this machine and those that it can fetch. */
export function createBrowsers(outside: { disk: Disk; host: Host; shell: Shell }): Browsers {
  const start = starter(outside.disk, outside.host);
  const tools = { ...outside, download: headlessShellDownloader(outside.disk), unpack: unpackNpmChromium };
  return {
    open: (options) => openFirst(waysToABrowser, { ...tools, options }, start),
    inspect: (options) => inspectWays(waysToABrowser, { ...tools, options }, start),
  };
}
