import { chooseEditions, pageSource } from "../model/choose-editions.ts";
import { defaultEditions } from "../model/edition.ts";
import { editionOf } from "../model/every-edition.ts";
import { standardInput } from "../model/imported.ts";
import type { Outcome } from "../model/outcome.ts";
import { withSettings } from "../model/plugin/scope.ts";
import type { World } from "../model/world.ts";
import { type BuildCache, type Building, noCache } from "./build-cache.ts";
import { keyOf } from "./build-key.ts";
import type { BuildRequest } from "./build-request.ts";
import type { Built } from "./built.ts";
import { shareBrowser } from "./share-browser.ts";

/**
 * Builds all publications of the sources. Where nothing that an earlier build read has changed, returns its result
 * without loading the code that reads and renders.
 */
export async function build(world: World, request: BuildRequest): Promise<Outcome<Built[]>> {
  const { cache = noCache } = request;
  const anew: Building = async (seen) => {
    const browser = shareBrowser(seen, request.config, request.onProgress, request.time);
    // It starts while the code is loaded and the text is read.
    if (mayPrint(request)) browser.startIfThere().catch(() => undefined);
    try {
      return await (await import("./build-all.ts")).buildAll(seen, { ...request, cache }, browser);
    } finally {
      await browser.close();
    }
  };
  return withSettings(request.config, () => run(world, request, cache, anew));
}

/** Reports whether this build prints a publication that issues the usual editions. */
function mayPrint(request: BuildRequest): boolean {
  const wanted = chooseEditions(defaultEditions, request);
  const counted = request.pageList === false ? undefined : pageSource(wanted, defaultEditions);
  const isPrinted = [...wanted, ...(counted ? [counted] : [])].some((name) => editionOf(name).format === "pdf");
  return isPrinted && request.shared === undefined;
}

async function run(world: World, request: BuildRequest, cache: BuildCache, anew: Building): Promise<Outcome<Built[]>> {
  try {
    if (request.full || request.sources.includes(standardInput)) return await anew(world);
    const key = ["build", request.sources, request.shard, keyOf(request)];
    return await cache.remember(world, key, anew, request.finish);
  } finally {
    await cache.tidy();
  }
}
