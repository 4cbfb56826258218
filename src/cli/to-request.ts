import type { OffprintConfig } from "../config/offprint-config.ts";
import type { BuildRequest } from "../pipeline/build-request.ts";
import { openBuildCache } from "../pipeline/build-cache.ts";
import type { BuildOptions } from "./build-options.ts";
import type { Context } from "./command.ts";

/** What is to be built, from the command line first, then from the configuration. */
export function toRequest(
  { world, toolVersion }: Context,
  sources: readonly string[],
  { edition, format, pdfStandard, pageList, cache, jobs, root }: BuildOptions,
  config: OffprintConfig,
): BuildRequest {
  const named = sources.length > 0 ? sources : (config.sources ?? ["content"]);
  const kept = cache && { cache: openBuildCache(world, config) };
  const chosen = { editions: edition, formats: format, pdfStandard, pageList, jobs, root };
  return { sources: named, ...chosen, config, toolVersion, ...kept };
}
