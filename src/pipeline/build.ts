import { standardInput } from "../model/imported.ts";
import type { Outcome } from "../model/outcome.ts";
import { withSettings } from "../model/plugin/scope.ts";
import type { World } from "../model/world.ts";
import { type BuildCache, type Building, noCache } from "./build-cache.ts";
import { keyOf } from "./build-key.ts";
import type { BuildRequest } from "./build-request.ts";
import type { Built } from "./built.ts";

/**
 * Builds all publications of the sources. Where nothing that an earlier build read has changed, returns its result
 * without loading the code that reads and renders.
 */
export async function build(world: World, request: BuildRequest): Promise<Outcome<Built[]>> {
  const { cache = noCache } = request;
  const anew: Building = async (seen) => (await import("./build-all.ts")).buildAll(seen, { ...request, cache });
  return withSettings(request.config, () => run(world, request, cache, anew));
}

async function run(world: World, request: BuildRequest, cache: BuildCache, anew: Building): Promise<Outcome<Built[]>> {
  try {
    if (request.full || request.sources.includes(standardInput)) return await anew(world);
    return await cache.remember(world, ["build", request.sources, request.shard, keyOf(request)], anew);
  } finally {
    await cache.tidy();
  }
}
