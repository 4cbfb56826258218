import { Option } from "commander";
import { reporter, sourcesArgument, toNumber, toPort, verbose } from "./build-options.ts";
import type { Command } from "./command.ts";

/** Commands for work with other people, programs and machines: translations, returned forms, a queue, a service. */
export const sharedCommands: Readonly<Record<string, Command>> = {
  translate: {
    describe: (command) =>
      command
        .description("start translations, or mark them as up to date with their originals")
        .addArgument(sourcesArgument())
        .option("--to <language>", "copy each text for a translation: article.es.md beside article.md")
        .option("--mark", "mark translations as up to date with their originals")
        .option("--section <id>", "with --mark, mark only this section of the original"),
    load: async () => (await import("./translate.ts")).runTranslate,
  },
  work: {
    describe: (command) =>
      command
        .description("process jobs of a queue, in a copy of the project, until stopped")
        .argument("<address>", "the PostgreSQL database: postgres://user:password@host/database")
        .option("--jobs <number>", "jobs to do at the same time (default: by processors)", toNumber(1, 64))
        .option("--profile <name>", "use this profile of the configuration, as the run does")
        .option(
          "--store <place>",
          "where output folders are: a folder, or s3://bucket/folder (default: the working folder)",
        ),
    load: async () => (await import("./work.ts")).runWork,
  },
  status: {
    describe: (command) =>
      command
        .description("show where the runs of a queue are")
        .argument("<address>", "the PostgreSQL database")
        .addOption(new Option("--reporter <name>", "the format of the list").choices(["text", "json"]).default("text")),
    load: async () => (await import("./status.ts")).runStatus,
  },
  collect: {
    describe: (command) =>
      command
        .description("read forms that people have filled in into one table")
        .argument("<file...>", "PDF files and folders of them")
        .requiredOption("--out <file>", "the CSV file to write (required)")
        .option("--run <folder>", "the folder that `offprint merge` wrote the forms to: tells whose form each is")
        .option("--roster <file>", "the roster of that run: its columns come first")
        .option("--strict", "fail on warnings")
        .addOption(verbose())
        .addOption(reporter()),
    load: async () => (await import("./collect.ts")).runCollect,
  },
  serve: {
    describe: (command) =>
      command
        .description("make documents and handouts for other programs, over HTTP; see /openapi.json")
        .argument("[source...]", "publications for whose rows handouts can be asked for")
        .option("--port <number>", "the port; 0 for any that is free", toPort, 4100)
        .option(
          "--host <address>",
          "the address to listen on; beyond this machine OFFPRINT_TOKEN must be set",
          "127.0.0.1",
        )
        .option("--jobs <number>", "documents to make at the same time (default: by processors)", toNumber(1, 64))
        .option(
          "--waiting <number>",
          "requests that may wait; further ones are answered with 503",
          toNumber(0, 10_000),
          16,
        )
        .option("--deadline <seconds>", "how long a document may take", toNumber(1, 3600), 120)
        .option("--body <MiB>", "how large a request may be", toNumber(1, 1024), 16),
    load: async () => (await import("./serve.ts")).runServe,
  },
};
