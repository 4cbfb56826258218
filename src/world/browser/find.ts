import { namedByOption, namedByVariable } from "./explicit.ts";
import { downloadedShell, pinnedShell } from "./headless-shell.ts";
import { cachedNpmChromium, fetchedNpmChromium } from "./npm-chromium.ts";
import { installedOnSystem } from "./system.ts";
import type { Way } from "./way.ts";

/**
 * The ways to a browser, in the order in which they are gone. What the user names comes first and has no substitute;
 * then what is on the machine, the browser that Puppeteer was tested with before any other; then what can be fetched,
 * the tested one again before the one that npm can carry where other downloads are blocked.
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
