import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import { type ReporterName, reporterNames } from "../diagnostics/print/reporter-names.ts";
import type { Shard } from "../api/options.ts";
import { type EditionName, editionNames, editions, type FormatName } from "../model/edition.ts";
import { type SourceKind, sourceKinds } from "../model/imported.ts";
import { type PdfStandard, pdfStandards } from "../model/pdf-standard.ts";

/** Options shared by `build`, `check` and `dev`. */
export interface BuildOptions {
  readonly edition?: readonly EditionName[];
  readonly format?: readonly FormatName[];
  readonly pdfStandard?: PdfStandard;
  readonly strict?: true;
  readonly verbose?: true;
  readonly root?: string;
  readonly from?: SourceKind;
  /** Commander sets `false` for `--no-page-list`. */
  readonly pageList?: boolean;
  readonly reporter: ReporterName;
  readonly cache: boolean;
  readonly shard?: Shard;
  readonly jobs?: number;
  readonly profile?: string | true;
  readonly timings?: true;
}

const formats = [...new Set(editionNames.map((name) => editions[name].format))];

/** Adds the sources argument and the options that select what is built to a command. */
export function withBuildOptions(command: Command): Command {
  const width = Math.max(...editionNames.map((name) => name.length));
  const list = editionNames.map((name) => `  ${name.padEnd(width)}  ${editions[name].description}`);
  return command
    .addArgument(sourcesArgument())
    .addOption(several("--edition <name>", "make these editions only, as listed below or of plug-ins"))
    .addOption(several("--format <name>", `make editions of these formats only: ${formats.join(", ")}, or of plug-ins`))
    .option(
      "--no-page-list",
      "do not print the handout that gives an e-book, large print or a booklet its page numbers",
    )
    .addOption(
      new Option("--pdf-standard <name>", "what PDFs are: PDF/UA-1 and PDF/A-2a, or PDF/UA-2 and PDF/A-4").choices(
        pdfStandards,
      ),
    )
    .option(
      "--root <folder>",
      "the folder below which pictures and included files lie (default: the repository, or another tool's project)",
    )
    .addOption(fromOption())
    .option("--profile [name]", "use this profile of the configuration; without a name, the same as --timings")
    .option("--strict", "stop the build on warnings")
    .option(
      "--shard <part>",
      "build only this part of the sources: 2/5 is every fifth, starting with the second",
      toShard,
    )
    .option(
      "--jobs <number>",
      "publications to make at the same time (default: by processors and memory)",
      toNumber(1, 64),
    )
    .addOption(verbose())
    .option("--timings", "show how long each stage took")
    .option("--no-cache", "neither read nor write the cache")
    .addOption(reporter())
    .addHelpText("after", `\nEditions:\n${list.join("\n")}`);
}

function toShard(value: string): Shard {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(value)?.map(Number) ?? [];
  if (index === undefined || count === undefined || index < 1 || index > count) {
    throw new InvalidArgumentError("A shard is one of several, as in 2/5.");
  }
  return { index, count };
}

/** Returns the sources argument of `build` and similar commands. */
export function sourcesArgument(): Argument {
  return new Argument(
    "[source...]",
    "Markdown files, documents or publication folders, - for input (default: content)",
  );
}

/** Returns the option for the kind of sources that have no telling names. */
export function fromOption(): Option {
  return new Option("--from <kind>", "what the files or standard input are (default: by name or content)").choices(
    sourceKinds,
  );
}

/**
 * Returns an option that takes one value, or several separated by commas, and may be repeated. It never takes the
 * sources after it.
 */
export function several(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string, earlier: readonly string[] | undefined) => {
    const values = value.split(",").map((part) => part.trim());
    return [...new Set([...(earlier ?? []), ...values])];
  });
}

export const reporter = (): Option =>
  new Option("--reporter <name>", "the format of the findings").choices(reporterNames).default("text");
export const verbose = (): Option => new Option("--verbose", "show every finding by itself, with its line");

export function toNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most) {
      throw new InvalidArgumentError(`It is a number from ${least} to ${most}.`);
    }
    return number;
  };
}

export const toPort = toNumber(0, 65_535);
