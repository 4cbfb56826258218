import { join } from "node:path";
import { build, type BuildResult, check } from "../api/build.ts";
import type { ManifestEntry } from "../config/manifest-file.ts";
import type { ReportedFile } from "../diagnostics/print/report.ts";
import type { BuildOptions } from "./build-options.ts";
import type { Context, Run } from "./command.ts";
import type { ExitCode } from "./exit-code.ts";
import type { CheckOptions } from "../api/options.ts";
import { printReport } from "./print-report.ts";
import { progressLine } from "./progress.ts";
import { shownPath } from "../model/shown-path.ts";
import { toOptions } from "./to-options.ts";

interface Options extends BuildOptions {
  readonly out?: string;
  readonly report?: true;
  readonly results?: readonly string[];
  readonly previous?: string;
  readonly full?: true;
  readonly queue?: string;
  readonly store?: string;
}

/** `offprint build`: builds, checks, and only then writes all files. */
export const runBuild: Run = (context, sources, input) => {
  const options = input as unknown as Options;
  const complete = sources.length === 0;
  const { report, results, previous, queue, store } = options;
  return make(context, sources, options, "Written", (common) =>
    build(context.world, { ...common, out: options.out ?? true, complete, report, results, previous, queue, store }),
  );
};

/** `offprint check`: does everything that `build` does, but writes nothing. */
export const runCheck: Run = (context, sources, input) => {
  const options = input as unknown as Options;
  return make(context, sources, options, "Checked", (common) =>
    check(context.world, { ...common, full: options.full }),
  );
};

async function make(
  { world }: Context,
  sources: readonly string[],
  options: Options,
  verb: string,
  work: (options: CheckOptions) => Promise<BuildResult>,
): Promise<ExitCode> {
  const { reporter, verbose } = options;
  const progress = progressLine(world.terminal, reporter === "json");
  const stop = new AbortController();
  void world.interrupted.then(() => stop.abort());
  const result = await work({
    ...toOptions(sources, options),
    artifacts: false,
    signal: stop.signal,
    onProgress: (step) => progress.show(step),
  }).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
    return undefined;
  });
  progress.clear();
  if (!result) {
    world.terminal.printError("Stopped. Nothing was written.\n");
    return 130;
  }
  const { diagnostics, publications, folder } = result;
  const files = publications
    .flatMap(({ manifest }) => manifest.artifacts)
    .map((entry) => toReported(entry, shownPath(join(folder, entry.path), world.host.workingFolder)));
  const code = await printReport(world, reporter, {
    verbose,
    diagnostics,
    ...((result.ok || result.written) && { files, verb }),
  });
  if (options.timings || options.profile === true) world.terminal.printError(timingTable(result));
  return code;
}

function toReported({ size, sha256, pages }: ManifestEntry, path: string): ReportedFile {
  return { path, size, sha256, ...(pages !== undefined && { pages }) };
}

/** Returns the stages with their times, which add up to more than the build time because stages overlap. */
function timingTable({ stages }: BuildResult): string {
  const width = Math.max(0, ...stages.map(({ stage }) => stage.length));
  const lines = stages.map(
    ({ stage, milliseconds, count }) =>
      `${stage.padEnd(width)}  ${String(milliseconds).padStart(7)} ms${count > 1 ? `  ${count} times` : ""}\n`,
  );
  return lines.join("");
}
