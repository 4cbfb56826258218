import type { Browser } from "../../src/model/browser.ts";
import { type Outcome, succeed } from "../../src/model/outcome.ts";
import type { Browsers } from "../../src/model/world.ts";

let opened: Promise<Outcome<Browser>> | undefined;

/** Browsers of which one is started for all tests of a file; to close it does nothing. */
export function sharedBrowsers(browsers: Browsers): Browsers {
  const open: Browsers["open"] = async (options) => {
    if (options.path !== undefined) return browsers.open(options);
    const outcome = await (opened ??= browsers.open({}));
    return outcome.ok ? succeed({ ...outcome.value, close: async () => undefined }, outcome.diagnostics) : outcome;
  };
  return { ...browsers, open };
}

export async function closeSharedBrowser(): Promise<void> {
  const outcome = await opened;
  opened = undefined;
  if (outcome?.ok) await outcome.value.close();
}
