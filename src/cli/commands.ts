import { Argument, Option } from "commander";
import { editionNames, editions } from "../model/edition.ts";
import { importedEndings } from "../model/imported.ts";
import { fromOption, reporter, several, sourcesArgument, toPort, verbose, withBuildOptions } from "./build-options.ts";
import type { Command } from "./command.ts";
import { sharedCommands } from "./shared-commands.ts";

/** Editions that a mail merge supports. */
const printed = editionNames.filter((name) => editions[name].format === "pdf" && !("imposed" in editions[name]));

/** All commands in the order of the help. This file imports nothing that only the implementation of a command needs. */
export const commands: Readonly<Record<string, Command>> = {
  build: {
    describe: (command) =>
      withBuildOptions(command.description("build web pages, e-books and handouts"))
        .option("--out <folder>", "where the publications go (default: dist)")
        .option("--previous <path>", "the release before: a folder, or its manifest.json; for what changed since")
        .option("--queue <address>", "have the publications made by the workers of a PostgreSQL queue (offprint work)")
        .option(
          "--store <address>",
          "where workers leave what they make, if not in the output folder: s3://bucket/folder",
        )
        .option("--report", "write a conformance report beside the files, also without a library page")
        .addOption(
          several("--results <file>", "a report of veraPDF, Ace or EPUBCheck as JSON, for the conformance report"),
        ),
    load: async () => (await import("./build.ts")).runBuild,
  },
  check: {
    describe: (command) =>
      withBuildOptions(command.description("run a build without writing files; warnings fail it")).option(
        "--full",
        "also check each e-book with EPUBCheck (Java) and Ace by DAISY",
      ),
    load: async () => (await import("./build.ts")).runCheck,
  },
  assemble: {
    describe: (command) =>
      command
        .description("join the output folders of all shards of a build into one, with the library page")
        .argument("<folder...>", "the folders that `build --shard` wrote to")
        .option("--out <folder>", "where the publications go (default: dist)")
        .option("--previous <path>", "the release before: a folder, or its manifest.json; for what changed since")
        .addOption(verbose())
        .addOption(reporter()),
    load: async () => (await import("./assemble.ts")).runAssemble,
  },
  dev: {
    describe: (command) =>
      withBuildOptions(
        command.description("preview web page, e-book and paper in a browser, updated after each change"),
      ).option("--port <number>", "the port on this machine; 0 for any that is free", toPort, 4000),
    load: async () => (await import("./dev.ts")).runDev,
  },
  links: {
    describe: (command) =>
      command
        .description("check that the web addresses in the texts still work")
        .addArgument(sourcesArgument())
        .addOption(fromOption())
        .option("--fresh", "check again what passed in the last seven days")
        .option("--strict", "fail on warnings")
        .addOption(verbose())
        .addOption(reporter()),
    load: async () => (await import("./links.ts")).runLinks,
  },
  facts: {
    describe: (command) =>
      command
        .description("list the facts of all publications by the day of their next check")
        .addArgument(sourcesArgument())
        .addOption(fromOption())
        .option("--strict", "exit with code 1 if a fact is due for a check or cannot be read")
        .addOption(verbose())
        .addOption(new Option("--reporter <name>", "the format of the list").choices(["text", "json"]).default("text")),
    load: async () => (await import("./facts.ts")).runFacts,
  },
  merge: {
    describe: (command) =>
      command
        .description("make a handout for each row of a roster, a CSV file with a column for each variable of the text")
        .addArgument(new Argument("<roster>", "the CSV file"))
        .addArgument(new Argument("<source>", "a Markdown file, a document or a publication folder, - for input"))
        .addOption(fromOption())
        .option("--out <folder>", "where the handouts go (default: merged/ and the name of the publication)")
        .addOption(new Option("--edition <name>", "the edition to make").choices(printed).default("handout"))
        .option("--name <column>", "name the files by this column instead of by row number")
        .option("--one-file", "make one file for the printer, in which each person begins on a right-hand page")
        .option("--queue <address>", "let the workers of a PostgreSQL queue build the handouts (offprint work)")
        .option("--store <address>", "the address of the output folder, if not on this machine: s3://bucket/folder")
        .option("--profile <name>", "use this profile of the configuration")
        .option("--strict", "fail on warnings")
        .addOption(verbose())
        .addOption(reporter()),
    load: async () => (await import("./merge.ts")).runMerge,
  },
  ...sharedCommands,
  verify: {
    describe: (command) =>
      command
        .description("verify that finished files match their manifests, and show their versions")
        .argument("<path...>", "finished files, or folders of them")
        .option("--manifest <path>", "a manifest, a SHA256SUMS file or a folder of them, if not next to the files")
        .option("--rebuild", "rebuild everything that the manifests list, and compare the bytes")
        .option("--source <path...>", "what to make it from (default: the sources of the configuration)")
        .option("--no-page-list", "make e-books without the page numbers of a handout, as they were built")
        .addOption(verbose())
        .addOption(
          new Option("--reporter <name>", "the format of the answer").choices(["text", "json"]).default("text"),
        ),
    load: async () => (await import("./verify.ts")).runVerify,
  },
  import: {
    describe: (command) =>
      command
        .description("convert documents of other programs to Markdown and image files")
        .argument("<file...>", `documents that end in ${importedEndings.join(", ")}, - for input`)
        .addOption(fromOption())
        .option(
          "--into <folder>",
          "the folder for article.md and its pictures (default: content/NAME for each document)",
        ),
    load: async () => (await import("./import.ts")).runImport,
  },
  init: {
    describe: (command) =>
      command.description("begin a project: configuration, first article, workflow, settings of the editor"),
    load: async () => (await import("./init.ts")).runInit,
  },
  new: {
    describe: (command) =>
      command
        .description("begin a publication")
        .argument("<slug>", "its name in addresses and file names, such as my-article")
        .option("--in <folder>", "the folder of publications", "content"),
    load: async () => (await import("./new.ts")).runNew,
  },
  lsp: {
    describe: (command) =>
      command
        .description("run a language server for editors (LSP) on standard input and output")
        .option("--stdio", "as it does anyway; many editors say it"),
    load: async () => (await import("./lsp.ts")).runLsp,
  },
  completion: {
    describe: (command) =>
      command
        .description("print a script with which a shell completes commands, options and their values")
        .addArgument(new Argument("<shell>", "the shell").choices(["bash", "zsh", "fish"])),
    load: async () => (await import("./completion.ts")).completionOf(commands),
  },
  doctor: {
    describe: (command) =>
      command.description("check what Offprint needs on this machine, and show how to install what is missing"),
    load: async () => (await import("./doctor.ts")).runDoctor,
  },
};
