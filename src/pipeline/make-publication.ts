import { diagnostic } from "../diagnostics/diagnostic.ts";
import { pluginFault } from "../diagnostics/plugin-report.ts";
import type { OpenBrowser } from "../model/browser.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { PluginError } from "../model/plugin/plugin-error.ts";
import type { World } from "../model/world.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import { type Building, noCache } from "./build-cache.ts";
import { keyOf } from "./build-key.ts";
import { buildPublication, type Step } from "./build-publication.ts";
import type { BuildRequest } from "./build-request.ts";
import type { Built } from "./built.ts";
import { withExtracted } from "./extracted-files.ts";

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
  return guard(source, async () => {
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

/** Turns an exception into a diagnostic; too deep a nesting is reported as the author's error. */
async function guard<T>(source: SourcePublication, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const file = source.chapters[0]?.file.shown;
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError && error.message.includes("call stack")) {
      const hint = "Quote or list to a few levels only.";
      return fail(diagnostic("sourceSize", "The text is nested too deeply to be read.", hint, { file }));
    }
    if (error instanceof PluginError) return fail(pluginFault(error.plugin, error.work, error.reason, { file }));
    const message = error instanceof Error ? error.message : String(error);
    const hint = "This is a fault of Offprint: please report it with the file.";
    return fail(diagnostic("internalFault", `Offprint failed: ${message}`, hint, { file }));
  }
}
