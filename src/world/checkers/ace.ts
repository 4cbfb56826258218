import { extname, join } from "node:path";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CheckerFinding } from "../../model/checker.ts";
import { fail, type Outcome, succeed } from "../../model/outcome.ts";
import type { Browser } from "../../model/browser.ts";
import { type AceReport, readReport } from "./ace-report.ts";
import type { CheckerTools } from "./checker-tools.ts";
import { installed } from "./installed.ts";

/** The task that is passed to the process that runs Ace. */
export interface AceTask {
  /** The entry point of `@daisy/ace-core`. */
  readonly core: string;
  readonly book: string;
  /** A folder that does not exist yet. */
  readonly report: string;
  readonly browser: Pick<Browser, "path" | "supplement">;
}

/** Milliseconds; Ace takes one or two seconds per document. */
const timeout = 20 * 60_000;

/**
 * Runs Ace (https://daisy.github.io/ace/) on a file, in a process of its own: Ace prints to the terminal and writes
 * settings and logs, which this way go into a temporary folder instead of the user's.
 */
export async function runAce(
  { disk, host, shell }: CheckerTools,
  { path, supplement }: Browser,
  book: string,
  folder: string,
): Promise<Outcome<CheckerFinding[]>> {
  const core = installed(host, "@daisy/ace-core", "Ace by DAISY");
  if (!core.ok) return core;
  const report = join(folder, "report");
  const task: AceTask = { core: core.value, book, report, browser: { path, ...(supplement && { supplement }) } };
  const program = join(import.meta.dirname, `ace-process${extname(import.meta.filename) === ".ts" ? ".ts" : ".js"}`);
  const settings = ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"];
  const variables = Object.fromEntries(settings.map((name) => [name, folder]));
  const ran = await shell.run(process.execPath, [program, JSON.stringify(task)], { timeout, variables });
  const made = await disk.read(join(report, "report.json")).catch(() => undefined);
  if (ran.code !== 0 || !made) {
    const reason = ran.stderr.trim().split("\n").at(-1) ?? "";
    return fail(diagnostic("checkerRuns", `Ace did not finish: ${reason || `code ${ran.code}`}.`));
  }
  return succeed(readReport(JSON.parse(new TextDecoder().decode(made)) as AceReport));
}
