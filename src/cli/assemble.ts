import { assemble } from "../api/assemble.ts";
import type { ReporterName } from "../diagnostics/print/reporter-names.ts";
import type { Run } from "./command.ts";
import { exitCode } from "./exit-code.ts";
import { printReport } from "./print-report.ts";
import { shownFile } from "./shown-file.ts";

/** `offprint assemble DIR…`: the shards of a build become the library of a build on one machine. */
export const runAssemble: Run = async ({ world }, folders, given) => {
  const { out, reporter } = given as { readonly out?: string; readonly reporter: ReporterName };
  const { diagnostics, folder, files } = await assemble(world, folders.flat(), out);
  await printReport(world, reporter, { diagnostics });
  if (files.length > 0 && reporter === "text") {
    world.terminal.print(`${files.length} files in ${shownFile(world, folder, "")}\n`);
  }
  return exitCode(diagnostics);
};
