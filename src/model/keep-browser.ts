import { deriveWorld } from "./derive-world.ts";
import type { Outcome } from "./outcome.ts";
import type { Browser } from "./browser.ts";
import type { World } from "./world.ts";

export interface KeptBrowser {
  readonly world: World;
  /** Opens another browser for the next build, because this one has failed. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/** Returns a world whose browser, once opened, stays open for later builds. */
export function keepBrowser(world: World): KeptBrowser {
  let opened: Promise<Outcome<Browser>> | undefined;
  let wrapped: { readonly from: Browser; readonly browser: Browser } | undefined;
  const stay = (outcome: Outcome<Browser>): Outcome<Browser> => {
    if (!outcome.ok) return outcome;
    if (wrapped?.from !== outcome.value) {
      wrapped = { from: outcome.value, browser: { ...outcome.value, close: () => Promise.resolve() } };
    }
    return { ...outcome, value: wrapped.browser };
  };
  const open: World["browsers"]["open"] = async (options) => {
    if (options.instead && options.instead === wrapped?.browser) await close();
    opened ??= world.browsers.open(options);
    const outcome = await opened;
    // A browser that could not be opened may be available next time.
    if (!outcome.ok) opened = undefined;
    return stay(outcome);
  };
  const close = async (): Promise<void> => {
    const ending = opened;
    opened = undefined;
    wrapped = undefined;
    const outcome = await ending;
    // Closing a dead browser rejects.
    if (outcome?.ok) await outcome.value.close().catch(() => undefined);
  };
  return { world: deriveWorld(world, { browsers: { ...world.browsers, open } }), renew: close, close };
}
