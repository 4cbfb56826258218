import type { BuildRequest } from "./build-request.ts";

/** Properties of a request that do not affect the result for one source. */
const excludedKeys: ReadonlySet<string> = new Set<keyof BuildRequest>([
  "sources",
  "shard",
  "cache",
  "jobs",
  "shared",
  "signal",
  "time",
  "addTimes",
  "onMade",
  "onPrepared",
  "earlier",
  "onProgress",
  "finish",
  "layouts",
]);

/**
 * Returns the part of a request that affects the result for a source. Plug-ins are code, so their keys stand for them.
 */
export function keyOf(request: BuildRequest): Readonly<Record<string, unknown>> {
  const { plugins: _, ...config } = request.config;
  // What starts from another layout is kept apart: a build must not depend on what was previewed before.
  const isGuessed = (request.layouts?.size ?? 0) > 0;
  const all = { ...request, config, ...(isGuessed && { isGuessed }) };
  return Object.fromEntries(Object.entries(all).filter(([name]) => !excludedKeys.has(name)));
}
