import { collect } from "../api/collect.ts";
import { loadConfig } from "../api/load-config.ts";
import type { ReporterName } from "../diagnostics/print/reporter-names.ts";
import { relevel } from "../diagnostics/relevel.ts";
import type { Run } from "./command.ts";
import { printReport } from "./print-report.ts";

interface Options {
  readonly out: string;
  readonly run?: string;
  readonly roster?: string;
  readonly strict?: true;
  readonly verbose?: true;
  readonly reporter: ReporterName;
}

/** `offprint collect`: converts filled forms to one table. */
export const runCollect: Run = async ({ world }, files, options) => {
  const { out, run, roster, strict, verbose, reporter } = options as unknown as Options;
  const config = await loadConfig(world);
  if (!config.ok) return printReport(world, reporter, config);
  const collected = await collect(world, { files, out, run, roster });
  const diagnostics = relevel(collected.diagnostics, { ...config.value, strict: strict ?? config.value.strict });
  const code = await printReport(world, reporter, { verbose, diagnostics });
  if (collected.ok && reporter === "text") {
    const { rows, columns } = collected.value;
    world.terminal.print(`${out}: ${rows} ${rows === 1 ? "form" : "forms"}, ${columns.length} columns\n`);
  }
  return code;
};
