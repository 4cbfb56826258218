import type { BuildRequest } from "./build-request.ts";

/** How, and of which sources, something is made. */
const apart: ReadonlySet<string> = new Set<keyof BuildRequest>([
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

/** Of a request, all that decides about what is made of a source. Its plug-ins are code: their keys stand for them. */
export function keyOf(request: BuildRequest): Readonly<Record<string, unknown>> {
  const { plugins: _, ...config } = request.config;
  return Object.fromEntries(Object.entries({ ...request, config }).filter(([name]) => !apart.has(name)));
}
