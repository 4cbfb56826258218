import type { OpenBrowser } from "../model/browser.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import { type Building, noCache } from "./build-cache.ts";
import { keyOf } from "./build-key.ts";
import { buildPublication, type Step } from "./build-publication.ts";
import type { BuildRequest } from "./build-request.ts";
import type { Built } from "./built.ts";
import { withExtracted } from "./extracted-files.ts";
import { guard } from "./guard.ts";

/**
 * Returns one publication from an earlier build, or builds it. `beside` builds it in another process, and it is stored
 * as if built here, unless `beside` resolves with `undefined`.
 */
export function makePublication(
  world: World,
  source: SourcePublication,
  request: BuildRequest,
  browser: OpenBrowser,
  step: Step = () => undefined,
  beside: () => Promise<Outcome<Built[]> | undefined> = () => Promise.resolve(undefined),
): Promise<Outcome<Built[]>> {
  const { cache = noCache } = request;
  const inside = withExtracted(world, source.extracted);
  const here: Building = async (seen) => {
    const built = await buildPublication(seen, source, { ...request, cache }, browser, step);
    return built.ok ? succeed([built.value], built.diagnostics) : built;
  };
  return guard(source.chapters[0]?.file.shown, async () => {
    // Files that exist in memory only cannot be checked for changes.
    if (source.extracted) return (await beside()) ?? here(inside);
    const key = ["publication", digestible(source), keyOf(request)];
    let isBeside = false;
    const made = await cache.remember(inside, key, async (seen) => {
      const there = await beside();
      isBeside = there !== undefined;
      return there ?? here(seen);
    });
    // The helper recorded what it read; the surrounding build learns that from the record.
    return isBeside ? cache.remember(inside, key, () => Promise.resolve(made)) : made;
  });
}

/** Removes from a source what has no digest: the locations of its keys follow from its text. */
function digestible({ settings, ...source }: SourcePublication): unknown {
  return { ...source, ...(settings && { settings: { file: settings.file, value: settings.value } }) };
}
