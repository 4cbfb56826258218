import type { OffprintConfig } from "../config/offprint-config.ts";
import type { BuildRequest } from "../pipeline/build.ts";
import { openBuildCache } from "../pipeline/build-cache.ts";
import type { BuildOptions } from "./build-options.ts";
import type { Context } from "./command.ts";

/** What is to be built, from the command line first, then from the configuration. */
export function toRequest(
  { world, toolVersion }: Context,
  sources: readonly string[],
  { edition, format, pdfStandard, pageList, cache, root }: BuildOptions,
  config: OffprintConfig,
): BuildRequest {
  const named = sources.length > 0 ? sources : (config.sources ?? ["content"]);
  const kept = cache && { cache: openBuildCache(world, config) };
  return { sources: named, root, editions: edition, formats: format, pdfStandard, pageList, config, toolVersion, ...kept };
}
