import type { BuildRequest } from "./build-request.ts";

/** How, and of which sources, something is made. */
const apart: ReadonlySet<string> = new Set<keyof BuildRequest>([
  "sources",
  "shard",
  "cache",
  "jobs",
  "signal",
  "time",
  "onProgress",
]);

/** Of a request, all that decides about what is made of a source. */
export function keyOf(request: BuildRequest): unknown {
  return Object.fromEntries(Object.entries(request).filter(([name]) => !apart.has(name)));
}
