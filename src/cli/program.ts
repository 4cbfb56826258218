import { escapeControls } from "../diagnostics/print/escape-controls.ts";
import { Command as Commander, CommanderError } from "commander";
import { reporterNames } from "../diagnostics/print/reporter-names.ts";
import type { World } from "../model/world.ts";
import { toolVersion } from "../api/tool-version.ts";
import { commands } from "./commands.ts";
import { helpExamples } from "./examples.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";

export { unfinishedWork } from "../model/plugin/work-in-progress.ts";

/** Runs the program; `arguments_` are the arguments after its name. */
export async function runProgram(world: World, arguments_: readonly string[]): Promise<ExitCode> {
  const version = await toolVersion(world);
  let code: ExitCode = 0;
  let complaint = "";
  const complain = (text: string): void => void (complaint += text);
  const program = quiet(new Commander("offprint"), world, complain)
    .description("An article in Markdown becomes a PDF handout, an EPUB and a web page, each checked.")
    .addHelpText("after", `${helpExamples("build", "init", "dev", "import")}\n\nExit codes:\n${listExitCodes()}`)
    .version(version, "-V, --version", "print the version");
  const end = (ended: ExitCode): void => void (code = ended);
  for (const [name, command] of Object.entries(commands)) {
    const described = command.describe(quiet(program.command(name), world, complain));
    described.addHelpText("after", helpExamples(name));
    described.action(async () => {
      const run = await command.load();
      end(await run({ world, toolVersion: version }, described.args, described.opts()));
    });
  }
  try {
    await program.parseAsync([...arguments_], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : refuse(world, arguments_, complaint);
    const message = error instanceof Error ? error.message : String(error);
    world.terminal.printError(
      `Offprint failed: ${escapeControls(message)}\nThis is a fault of Offprint: please report it.\n`,
    );
    return 3;
  }
}

function listExitCodes(): string {
  return Object.entries(exitCodes)
    .map(([code, meaning]) => `  ${code}  ${meaning}`)
    .join("\n");
}

/** Reports an invalid command line as a diagnostic, printed in the requested format. */
async function refuse(world: World, arguments_: readonly string[], complaint: string): Promise<ExitCode> {
  const [first = "", ...rest] = complaint.trim().split("\n");
  const value = arguments_.at(arguments_.indexOf("--reporter") + 1);
  const reporter = reporterNames.find((name) => name === value || arguments_.includes(`--reporter=${name}`));
  const isError = first.startsWith("error: ");
  if (!isError) {
    // Without a command, Commander prints the help.
    world.terminal.printError(complaint);
    return 2;
  }
  const [{ diagnostic }, { printReport }] = await Promise.all([
    import("../diagnostics/diagnostic.ts"),
    import("./print-report.ts"),
  ]);
  const diagnostics = [
    diagnostic("commandShape", `${sentence(first.slice("error: ".length))}.`, rest.join("\n") || undefined),
  ];
  return printReport(world, reporter ?? "text", { diagnostics });
}

function sentence(text: string): string {
  return text.replace(/^./, (letter) => letter.toUpperCase()).replace(/\.$/, "");
}

function quiet(command: Commander, world: World, complain: (text: string) => void): Commander {
  const name = command.parent ? `offprint ${command.name()}` : "offprint";
  return command
    .exitOverride()
    .showHelpAfterError(`Run \`${name} --help\` for a list.`)
    .configureOutput({
      writeOut: (text) => world.terminal.print(text),
      writeErr: complain,
      getOutHelpWidth: () => world.terminal.columns,
      getErrHelpWidth: () => world.terminal.columns,
      getOutHasColors: () => world.terminal.colour,
      getErrHasColors: () => world.terminal.colour,
    });
}
