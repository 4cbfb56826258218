import { assemble } from "../api/assemble.ts";
import type { ReporterName } from "../diagnostics/print/reporter-names.ts";
import type { Run } from "./command.ts";
import { printReport } from "./print-report.ts";
import { shownPath } from "../model/shown-path.ts";

interface Options {
  readonly out?: string;
  readonly previous?: string;
  readonly verbose?: true;
  readonly reporter: ReporterName;
}

/** `offprint assemble DIR…`: joins the shards of a build into the library of a build on one machine. */
export const runAssemble: Run = async ({ world }, folders, options) => {
  const { verbose, reporter, ...destination } = options as unknown as Options;
  const { diagnostics, folder, files } = await assemble(world, folders.flat(), destination);
  const code = await printReport(world, reporter, { verbose, diagnostics });
  if (files.length > 0 && reporter === "text") {
    world.terminal.print(`${files.length} files in ${shownPath(folder, world.host.workingFolder)}\n`);
  }
  return code;
};
