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
 * One publication, as an earlier build made it or made anew. `beside`: makes it somewhere else, and keeps it as this would,
 * unless it answers with nothing.
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
    // What is in memory only is no file that could be looked at again.
    if (source.extracted) return (await beside()) ?? here(inside);
    const key = ["publication", digestible(source), keyOf(request)];
    let isBeside = false;
    const made = await cache.remember(inside, key, async (seen) => {
      const there = await beside();
      isBeside = there !== undefined;
      return there ?? here(seen);
    });
    // What it was made from is known where it was made; from the record of that the build around it learns it.
    return isBeside ? cache.remember(inside, key, () => Promise.resolve(made)) : made;
  });
}

/** A source without what has no digest: where its keys stand follows from its text. */
function digestible({ settings, ...source }: SourcePublication): unknown {
  return { ...source, ...(settings && { settings: { file: settings.file, value: settings.value } }) };
}

/** A fault of ours ends in a diagnostic that says so, not in a stack trace; too deep a nesting is the author's. */
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
