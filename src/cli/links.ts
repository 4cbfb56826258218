import { checkLinks, type LinkRequest } from "../api/links.ts";
import type { ReporterName } from "../diagnostics/print/reporter-names.ts";
import type { SourceKind } from "../model/imported.ts";
import { relevel } from "../diagnostics/relevel.ts";
import type { Run } from "./command.ts";
import { loadConfig } from "../api/load-config.ts";
import { printReport } from "./print-report.ts";
import { progressLine } from "./progress.ts";

interface Options {
  readonly fresh?: true;
  readonly from?: SourceKind;
  readonly strict?: true;
  readonly verbose?: true;
  readonly reporter: ReporterName;
}

/** `offprint links`: the only command that sends network requests on behalf of a text. */
export const runLinks: Run = async ({ world }, sources, options) => {
  const { fresh = false, from, strict, verbose, reporter } = options as unknown as Options;
  const config = await loadConfig(world);
  if (!config.ok) return printReport(world, reporter, config);
  const progress = progressLine(world.terminal, reporter === "json");
  const request: LinkRequest = {
    sources: sources.length > 0 ? sources : (config.value.sources ?? ["content"]),
    fresh,
    from,
    onProgress: (what, done, total) => progress.show({ what, done, total }),
  };
  const checked = await checkLinks(world, request, config.value);
  progress.clear();
  const diagnostics = relevel(checked.diagnostics, { ...config.value, strict: strict ?? config.value.strict });
  const code = await printReport(world, reporter, { verbose, diagnostics });
  if (checked.ok && reporter === "text") {
    const { addresses, asked } = checked.value;
    world.terminal.print(`${addresses} web addresses, ${asked} of them checked now.\n`);
  }
  return code;
};
