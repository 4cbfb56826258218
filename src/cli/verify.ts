import { escapeControls } from "../diagnostics/print/escape-controls.ts";
import { verify } from "../api/verify.ts";
import type { Run } from "./command.ts";
import { exitCode } from "./exit-code.ts";
import { printReport } from "./print-report.ts";

interface Options {
  readonly manifest?: string;
  readonly rebuild?: true;
  readonly source?: readonly string[];
  readonly pageList?: boolean;
  readonly verbose?: true;
  readonly reporter: "text" | "json";
}

/**
 * `offprint verify FILE…`: verifies that finished files match their manifests, and prints the state of their sources.
 */
export const runVerify: Run = async ({ world }, paths, options) => {
  const { manifest, rebuild, source, pageList, verbose, reporter } = options as unknown as Options;
  const { files, diagnostics } = await verify(world, {
    paths: paths.flat(),
    manifest,
    rebuild,
    sources: source,
    pageList,
  });
  if (reporter === "json") {
    world.terminal.print(`${JSON.stringify({ files, diagnostics }, null, 2)}\n`);
    return exitCode(diagnostics);
  }
  await printReport(world, "text", { verbose, diagnostics });
  for (const { path, state, title, edition, release, current } of files) {
    const of =
      title === undefined
        ? ""
        : ` (${edition ?? ""} of "${title}"${release === undefined ? "" : `, version ${release}`})`;
    const age = current === undefined ? "" : current ? ", current" : ", superseded";
    world.terminal.print(`${escapeControls(`${path}: ${state}${age}${of}`)}\n`);
  }
  return exitCode(diagnostics);
};
