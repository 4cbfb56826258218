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
  "onProgress",
]);

/**
 * Returns the part of a request that affects the result for a source. Plug-ins are code, so their keys stand for them.
 */
export function keyOf(request: BuildRequest): Readonly<Record<string, unknown>> {
  const { plugins: _, ...config } = request.config;
  return Object.fromEntries(Object.entries({ ...request, config }).filter(([name]) => !excludedKeys.has(name)));
}
