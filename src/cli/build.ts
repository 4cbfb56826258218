import { resolve } from "node:path";
import { build } from "../pipeline/build.ts";
import type { ReportedFile } from "../diagnostics/print/report.ts";
import { relevel } from "../diagnostics/relevel.ts";
import type { Artifact } from "../model/artifact.ts";
import { publish } from "../pipeline/publish.ts";
import type { Context, Run } from "./command.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { loadConfig } from "./load-config.ts";
import type { BuildOptions } from "./build-options.ts";
import { toRequest } from "./to-request.ts";
import { printReport } from "./print-report.ts";
import { progressLine } from "./progress.ts";
import { shownFile } from "./shown-file.ts";

interface Options extends BuildOptions {
  readonly out?: string;
  readonly full?: true;
}

/** `offprint build`: make, check, and only then put everything in its place. */
export const runBuild: Run = (context, sources, options) => make(context, sources, options as unknown as Options, true);

/** `offprint check`: everything that `build` does, but nothing is written. */
export const runCheck: Run = (context, sources, options) =>
  make(context, sources, options as unknown as Options, false);

async function make(context: Context, sources: readonly string[], options: Options, save: boolean): Promise<ExitCode> {
  const { world } = context;
  const config = await loadConfig(world);
  if (!config.ok) {
    await printReport(world, options.reporter, config);
    return exitCode(config.diagnostics);
  }
  const progress = progressLine(world.terminal, options.reporter === "json");
  const request = toRequest(context, sources, options, config.value);
  const built = await build(world, {
    ...request,
    ...(options.full && { full: true }),
    onProgress: (step) => progress.show(step),
  });
  progress.clear();

  // What is checked has to be clean; what is built is to be had.
  const { strict = save ? config.value.strict : true, reporter, verbose } = options;
  const diagnostics = relevel(built.diagnostics, { ...config.value, strict });
  const code = exitCode(diagnostics);
  if (!built.ok || code !== 0) {
    await printReport(world, reporter, { verbose, diagnostics });
    return code;
  }
  const folder = resolve(world.host.workingFolder, options.out ?? config.value.out ?? "dist");
  const artifacts = built.value.flatMap((publication) => publication.artifacts);
  const files = artifacts.map((artifact) => toReported(artifact, shownFile(world, folder, artifact.path)));
  if (!save) {
    await printReport(world, reporter, { verbose, diagnostics, files, verb: "Checked" });
    return code;
  }
  const complete = sources.length === 0;
  const saved = await publish(world, built.value, { folder, complete }, config.value);
  const all = [...diagnostics, ...saved.diagnostics];
  await printReport(world, reporter, { verbose, diagnostics: all, ...(saved.ok && { files, verb: "Written" }) });
  return exitCode(all);
}

function toReported({ bytes, sha256, pages }: Artifact, path: string): ReportedFile {
  return { path, size: bytes.length, sha256, ...(pages !== undefined && { pages }) };
}
