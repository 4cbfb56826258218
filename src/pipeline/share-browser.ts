import type { OffprintConfig } from "../config/offprint-config.ts";
import type { Browser } from "../model/browser.ts";
import type { Outcome } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import type { Progress } from "./build-request.ts";

export type OpenBrowser = () => Promise<Outcome<Browser>>;

/** One browser for the whole run, started when it is first asked for. */
export function shareBrowser(
  world: World,
  config: OffprintConfig,
  onProgress: (progress: Progress) => void = () => undefined,
) {
  let started: Promise<Outcome<Browser>> | undefined;
  const path = config.browser;
  const tell = (what: string, fraction = 0): void => onProgress({ what, done: fraction, total: 1 });
  const open: OpenBrowser = () =>
    (started ??= world.browsers.open({ ...(path !== undefined && { path }), onProgress: tell }));
  return {
    open,
    close: async () => {
      const outcome = await started?.catch(() => undefined);
      if (outcome?.ok) await outcome.value.close();
    },
  };
}
