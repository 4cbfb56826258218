import type { ChosenConfig } from "../config/offprint-config.ts";
import type { World } from "../model/world.ts";
import { openBuildCache } from "../pipeline/build-cache.ts";
import type { BuildRequest } from "../pipeline/build-request.ts";
import type { CheckOptions } from "./options.ts";
import { pluginKeys } from "./plugin-keys.ts";
import { toolVersion } from "./tool-version.ts";

/** Builds a request from the options and, for what they leave out, the configuration. */
export async function toRequest(world: World, options: CheckOptions, config: ChosenConfig): Promise<BuildRequest> {
  const { sources, editions, formats, pdfStandard, pageList, root, from, shard, jobs } = options;
  const { signal, full, onProgress, cache = true } = options;
  const plugins = await pluginKeys(world, config, options.config !== undefined);
  const named = typeof sources === "string" ? [sources] : sources;
  return {
    sources: named && named.length > 0 ? named : (config.sources ?? ["content"]),
    editions,
    formats,
    pdfStandard,
    pageList,
    shard,
    jobs,
    root,
    from,
    signal,
    config,
    toolVersion: await toolVersion(world),
    ...(plugins.length > 0 && { plugins }),
    ...(full && { full }),
    ...(onProgress && { onProgress }),
    ...(cache && { cache: openBuildCache(world, config) }),
  };
}
