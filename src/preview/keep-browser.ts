import { deriveWorld } from "../model/derive-world.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Browser } from "../model/browser.ts";
import type { World } from "../model/world.ts";

/** A world whose browser, once open, stays open for the next build. */
export function keepBrowser(world: World): { readonly world: World; close(): Promise<void> } {
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
  return {
    world: deriveWorld(world, { browsers: { ...world.browsers, open } }),
    close: async () => {
      const outcome = await opened;
      if (outcome?.ok) await outcome.value.close();
    },
  };
}
