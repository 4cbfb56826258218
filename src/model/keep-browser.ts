import { deriveWorld } from "./derive-world.ts";
import type { Outcome } from "./outcome.ts";
import type { Browser } from "./browser.ts";
import type { World } from "./world.ts";

export interface KeptBrowser {
  readonly world: World;
  /** Open another one for the next build: this one has failed. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/** A world whose browser, once open, stays open for the next build. */
export function keepBrowser(world: World): KeptBrowser {
  let opened: Promise<Outcome<Browser>> | undefined;
  const stay = (outcome: Outcome<Browser>): Outcome<Browser> =>
    outcome.ok ? { ...outcome, value: { ...outcome.value, close: () => Promise.resolve() } } : outcome;
  const open: World["browsers"]["open"] = async (options) => {
    opened ??= world.browsers.open(options);
    const outcome = await opened;
    // One that could not be had may be there the next time.
    if (!outcome.ok) opened = undefined;
    return stay(outcome);
  };
  const close = async (): Promise<void> => {
    const outcome = await opened;
    opened = undefined;
    // One that has died cannot be told to.
    if (outcome?.ok) await outcome.value.close().catch(() => undefined);
  };
  return { world: deriveWorld(world, { browsers: { ...world.browsers, open } }), renew: close, close };
}
