import { join, parse, resolve } from "node:path";
import type { ReportedFile } from "../diagnostics/print/report.ts";
import type { ReporterName } from "../diagnostics/print/reporter-names.ts";
import { relevel } from "../diagnostics/relevel.ts";
import { merge, type Merged } from "../api/merge.ts";
import { type SourceKind, standardInput } from "../model/imported.ts";
import type { EditionName } from "../model/edition.ts";
import type { Run } from "./command.ts";
import { connectQueue, openStore } from "../api/connect-queue.ts";
import { loadConfig } from "../api/load-config.ts";
import { printReport } from "./print-report.ts";
import { progressLine } from "./progress.ts";
import { shownPath } from "../model/shown-path.ts";

interface Options {
  readonly out?: string;
  readonly from?: SourceKind;
  readonly edition: EditionName;
  readonly name?: string;
  readonly oneFile?: true;
  readonly queue?: string;
  readonly store?: string;
  readonly profile?: string;
  readonly strict?: true;
  readonly verbose?: true;
  readonly reporter: ReporterName;
}

/** Maximum number of files listed; the manifest has the rest. */
const maxListed = 10;

/** `offprint merge`: builds a handout for each person of a roster. */
export const runMerge: Run = async ({ world, toolVersion }, [roster = "", source = ""], options) => {
  const {
    out,
    from,
    edition,
    name,
    oneFile = false,
    queue: url,
    store,
    profile,
    strict,
    verbose,
    reporter,
  } = options as unknown as Options;
  const config = await loadConfig(world, profile);
  if (!config.ok) return printReport(world, reporter, config);
  const { name: slug } = parse(resolve(world.host.workingFolder, source === standardInput ? "article" : source));
  const folder = resolve(world.host.workingFolder, out ?? `merged/${slug}`);
  const disk = await openStore(world, store, folder);
  if (!disk.ok) return printReport(world, reporter, disk);
  const queue = url === undefined ? undefined : await connectQueue(world, url);
  if (queue && !queue.ok) return printReport(world, reporter, queue);
  const progress = progressLine(world.terminal, reporter === "json");
  const outcome = await merge(world, {
    roster,
    source,
    from,
    edition,
    folder,
    oneFile,
    nameBy: name,
    config: config.value,
    toolVersion,
    queue: queue?.value,
    store: disk.value,
    onProgress: (step) => progress.show(step),
  });
  progress.clear();
  await queue?.value.close();
  const diagnostics = relevel(outcome.diagnostics, { ...config.value, strict: strict ?? config.value.strict });
  if (!outcome.ok) return printReport(world, reporter, { verbose, diagnostics });
  const { files } = outcome.value;
  const isListed = reporter === "json" || files.length <= maxListed;
  const listed = files.map((file): ReportedFile => ({
    ...file,
    path: shownPath(join(folder, file.path), world.host.workingFolder),
  }));
  const code = await printReport(world, reporter, {
    verbose,
    diagnostics,
    ...(isListed && { files: listed, verb: "Written" }),
  });
  if (reporter === "text")
    world.terminal.print(summary(outcome.value, shownPath(join(folder, "manifest.json"), world.host.workingFolder)));
  return code;
};

function summary({ persons, files, kept }: Merged, manifest: string): string {
  const pages = files.reduce((sum, file) => sum + file.pages, 0);
  const before = kept > 0 ? `, ${kept} of them there already` : "";
  return `${persons} handouts${before}, ${pages} pages; ${manifest} lists the files.\n`;
}
