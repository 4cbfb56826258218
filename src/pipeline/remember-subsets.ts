import { digestOf } from "../cache/digest.ts";
import type { BuildCache } from "./build-cache.ts";

/** A face that is subset to the same characters for several publications of a run is subset once. */
export function rememberSubsets(cache: BuildCache): BuildCache {
  const subsets = new Map<string, Promise<Uint8Array>>();
  return {
    ...cache,
    subset: (...font) => {
      const key = digestOf(font);
      const known = subsets.get(key) ?? cache.subset(...font);
      subsets.set(key, known);
      return known;
    },
  };
}
