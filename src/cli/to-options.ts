import type { CheckOptions } from "../api/options.ts";
import type { BuildOptions } from "./build-options.ts";

/** Converts command-line options to those of the programming interface. */
export function toOptions(sources: readonly string[], { edition, format, ...options }: BuildOptions): CheckOptions {
  const { pdfStandard, pageList, strict, cache, root, from, shard, jobs } = options;
  return {
    sources,
    editions: edition,
    formats: format,
    pdfStandard,
    pageList,
    strict,
    cache,
    root,
    from,
    shard,
    jobs,
    profile: profileOf(options),
  };
}

/** Returns the profile name; `--profile` without a name requests stage times instead. */
export function profileOf({ profile }: Pick<BuildOptions, "profile">): string | undefined {
  return typeof profile === "string" ? profile : undefined;
}
