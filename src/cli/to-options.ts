import type { CheckOptions } from "../api/options.ts";
import type { BuildOptions } from "./build-options.ts";

/** What the command line says, as the interface for programs takes it. */
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

/** `--profile` without a name asks for the time of each stage. */
export function profileOf({ profile }: Pick<BuildOptions, "profile">): string | undefined {
  return typeof profile === "string" ? profile : undefined;
}
