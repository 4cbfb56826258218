import type { OffprintConfig } from "../config/offprint-config.ts";
import type { Browser } from "../model/browser.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import type { Progress } from "./build-request.ts";
import { noTimer, timedBrowser, type Timer } from "./profile.ts";

export type OpenBrowser = () => Promise<Outcome<Browser>>;

/** One browser for the whole run, started when it is first asked for. */
export function shareBrowser(
  world: World,
  config: OffprintConfig,
  onProgress: (progress: Progress) => void = () => undefined,
  time: Timer = noTimer,
) {
  let started: Promise<Outcome<Browser>> | undefined;
  const path = config.browser;
  const tell = (what: string, fraction = 0): void => onProgress({ what, done: fraction, total: 1 });
  const start: OpenBrowser = async () => {
    const options = { ...(path !== undefined && { path }), onProgress: tell };
    const opened = await time("start the browser", () => world.browsers.open(options));
    return opened.ok ? succeed(timedBrowser(opened.value, time), opened.diagnostics) : opened;
  };
  const open: OpenBrowser = () => (started ??= start());
  return {
    open,
    close: async () => {
      const outcome = await started?.catch(() => undefined);
      if (outcome?.ok) await outcome.value.close();
    },
  };
}
