import type { OffprintConfig } from "../config/offprint-config.ts";
import { deriveWorld } from "../model/derive-world.ts";
import type { Browser, OpenBrowser } from "../model/browser.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import type { Progress } from "./build-request.ts";
import { noTimer, timedBrowser, type Timer } from "./profile.ts";

/**
 * Shares one browser for the whole run, started on first use. If it dies or hangs during a print, it is closed and
 * replaced, and the print is retried once.
 */
export function shareBrowser(
  world: World,
  config: OffprintConfig,
  onProgress: (progress: Progress) => void = () => undefined,
  time: Timer = noTimer,
) {
  let started: Promise<Outcome<Browser>> | undefined;
  let isClosed = false;
  const successors = new Map<Browser, Promise<Outcome<Browser>>>();
  const path = config.browser;
  const reportProgress = (what: string, fraction = 0): void => onProgress({ what, done: fraction, total: 1 });
  const start = (instead?: Browser): Promise<Outcome<Browser>> => {
    const options = { ...(path !== undefined && { path }), ...(instead && { instead }), onProgress: reportProgress };
    return time("start the browser", () => world.browsers.open(options));
  };
  /** Replaces a failed browser once, for the first print that failed. */
  const renew = (failed: Browser): Promise<Outcome<Browser>> => {
    const known = successors.get(failed);
    if (known) return known;
    const again = failed
      .close()
      .catch(() => undefined)
      .then(() => start(failed));
    successors.set(failed, again);
    started = again;
    return again;
  };
  const current = async (): Promise<Browser> => {
    const opened = await (started ??= start());
    if (!opened.ok) throw new Error(opened.diagnostics[0]?.message ?? "The browser does not start.");
    return opened.value;
  };
  const print: Browser["print"] = async (...page) => {
    const used = await current();
    try {
      return await used.print(...page);
    } catch (error) {
      if (isClosed) throw error;
      const fresh = await renew(used);
      if (!fresh.ok || isClosed) throw error;
      return fresh.value.print(...page);
    }
  };
  // A script that fails is the author's, so the browser is not replaced.
  const evaluate: Browser["evaluate"] = async (...args) => (await current()).evaluate(...args);
  const open: OpenBrowser = async () => {
    const opened = await (started ??= start());
    return opened.ok ? succeed(timedBrowser({ ...opened.value, print, evaluate }, time), opened.diagnostics) : opened;
  };
  return {
    open,
    /** Starts it ahead of its first use, unless it has to be downloaded. */
    startIfThere: async (): Promise<void> => {
      if (await world.browsers.identify(path === undefined ? {} : { path })) await open();
    },
    close: async () => {
      isClosed = true;
      const outcome = await started?.catch(() => undefined);
      if (outcome?.ok) await outcome.value.close();
    },
  };
}

export type SharedBrowser = ReturnType<typeof shareBrowser>;

/** Returns a world in which opening a browser yields that of the run, which stays open for others. */
export function withBrowser(world: World, shared: OpenBrowser): World {
  const open = async (): Promise<Outcome<Browser>> => {
    const outcome = await shared();
    return outcome.ok ? { ...outcome, value: { ...outcome.value, close: () => Promise.resolve() } } : outcome;
  };
  return deriveWorld(world, { browsers: { ...world.browsers, open } });
}
