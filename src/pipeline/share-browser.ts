import type { OffprintConfig } from "../config/offprint-config.ts";
import { deriveWorld } from "../model/derive-world.ts";
import type { Browser, OpenBrowser } from "../model/browser.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import type { Progress } from "./build-request.ts";
import { noTimer, timedBrowser, type Timer } from "./profile.ts";

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

/** A world in which whoever opens a browser gets the one of the run, which stays open for the others. */
export function withBrowser(world: World, shared: OpenBrowser): World {
  const open = async (): Promise<Outcome<Browser>> => {
    const outcome = await shared();
    return outcome.ok ? { ...outcome, value: { ...outcome.value, close: () => Promise.resolve() } } : outcome;
  };
  return deriveWorld(world, { browsers: { ...world.browsers, open } });
}
