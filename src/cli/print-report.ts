import { resolve } from "node:path";
import type { ReporterName } from "../diagnostics/print/reporter-names.ts";
import { reporters } from "../diagnostics/print/reporters.ts";
import type { ReportedFile } from "../diagnostics/print/report.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { importTexts } from "../api/import-texts.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { World } from "../model/world.ts";

interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly files?: readonly ReportedFile[];
  readonly verb?: string;
  readonly verbose?: boolean | undefined;
}

/** Prints the findings and files of a command at its end, and returns the exit code that they ask for. */
export async function printReport(world: World, name: ReporterName, findings: Findings): Promise<ExitCode> {
  const { diagnostics, files = [], verb = "", verbose } = findings;
  const sources = await readSources(world, diagnostics);
  const imported = name === "text" ? await importTexts(sources) : undefined;
  const report = { diagnostics, sources: decoded(sources), imported, files, verb, verbose };
  const { output, errors, closing } = reporters[name](report, world.terminal);
  world.terminal.printError(errors);
  world.terminal.print(output);
  world.terminal.printError(closing);
  return exitCode(diagnostics);
}

/** Reads the files that diagnostics refer to. Skips unreadable ones: their diagnostics say why. */
async function readSources(world: World, diagnostics: readonly Diagnostic[]): Promise<Map<string, Uint8Array>> {
  const files = new Set(diagnostics.flatMap(({ file, place }) => (file !== undefined && place ? [file] : [])));
  const sources = new Map<string, Uint8Array>();
  for (const file of files) {
    const bytes = await world.disk.read(resolve(world.host.workingFolder, file)).catch(() => undefined);
    if (bytes) sources.set(file, bytes);
  }
  return sources;
}

function decoded(sources: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const decoder = new TextDecoder();
  return new Map([...sources].map(([file, bytes]) => [file, decoder.decode(bytes).replaceAll(/\r\n?/g, "\n")]));
}
