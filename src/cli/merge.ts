import { parse, resolve } from "node:path";
import { Argument, Option } from "commander";
import type { ReportedFile } from "../diagnostics/print/report.ts";
import { type ReporterName, reporterNames } from "../diagnostics/print/reporters.ts";
import { relevel } from "../diagnostics/relevel.ts";
import { merge, type Merged } from "../mail-merge/merge.ts";
import { type EditionName, editionNames, editions } from "../model/edition.ts";
import type { Command } from "./command.ts";
import { exitCode } from "./exit-code.ts";
import { loadConfig } from "./load-config.ts";
import { printReport } from "./print-report.ts";
import { progressLine } from "./progress.ts";
import { shownFile } from "./shown-file.ts";

interface Options {
  readonly out?: string;
  readonly edition: EditionName;
  readonly name?: string;
  readonly oneFile?: true;
  readonly strict?: true;
  readonly reporter: ReporterName;
}

const printed = editionNames.filter((name) => editions[name].format === "pdf" && !("imposed" in editions[name]));

/** Files that are listed one by one; of more there is the manifest. */
const mostListed = 10;

/** `offprint merge`: a handout for each person of a roster. */
export const mergeCommand: Command = {
  describe: (command) =>
    command
      .description("make a handout for each row of a roster, a CSV file with a column for each variable of the text")
      .addArgument(new Argument("<roster>", "the CSV file"))
      .addArgument(new Argument("<source>", "a Markdown file or a publication folder"))
      .option("--out <folder>", "where the handouts go (default: merged/ and the name of the publication)")
      .addOption(new Option("--edition <name>", "the edition to make").choices(printed).default("handout"))
      .option("--name <column>", "name the files by this column instead of by the numbers of the rows")
      .option("--one-file", "make one file for the printer, in which each person begins on a right-hand page")
      .option("--strict", "let warnings fail the merge")
      .addOption(new Option("--reporter <name>", "how to say what was found").choices(reporterNames).default("text")),
  async run({ world, toolVersion }, [roster = "", source = ""], given) {
    const { out, edition, name, oneFile = false, strict, reporter } = given as unknown as Options;
    const config = await loadConfig(world);
    if (!config.ok) {
      await printReport(world, reporter, config);
      return exitCode(config.diagnostics);
    }
    const progress = progressLine(world.terminal, reporter === "json");
    const { name: slug } = parse(resolve(world.host.workingFolder, source));
    const folder = resolve(world.host.workingFolder, out ?? `merged/${slug}`);
    const outcome = await merge(world, {
      roster,
      source,
      edition,
      folder,
      oneFile,
      nameBy: name,
      config: config.value,
      toolVersion,
      onProgress: (step) => progress.show(step),
    });
    progress.clear();
    const diagnostics = relevel(outcome.diagnostics, { ...config.value, strict: strict ?? config.value.strict });
    if (!outcome.ok) {
      await printReport(world, reporter, { diagnostics });
      return exitCode(diagnostics);
    }
    const { files } = outcome.value;
    const isListed = reporter === "json" || files.length <= mostListed;
    const listed = files.map((file): ReportedFile => ({ ...file, path: shownFile(world, folder, file.path) }));
    await printReport(world, reporter, { diagnostics, ...(isListed && { files: listed, verb: "Written" }) });
    if (reporter === "text") world.terminal.print(summary(outcome.value, shownFile(world, folder, "manifest.json")));
    return exitCode(diagnostics);
  },
};

function summary({ persons, files, kept }: Merged, manifest: string): string {
  const pages = files.reduce((sum, file) => sum + file.pages, 0);
  const before = kept > 0 ? `, ${kept} of them there already` : "";
  return `${persons} handouts${before}, ${pages} pages; ${manifest} lists the files.\n`;
}
