import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/**
 * Validates every PDF below the given folders with veraPDF, which shares no code with Offprint: PDF 1.7 as PDF/UA-1 and
 * PDF/A-2a, PDF 2.0 as PDF/UA-2 and PDF/A-4. Findings become annotations of the workflow; any finding, and any file
 * that was not validated, is a failure. `VERAPDF` is the command, split at spaces.
 *
 *     VERAPDF=verapdf node .github/scripts/judge-pdfs.ts dist
 */

/** veraPDF's profile names, by the beginning of the file. */
const flavours: Readonly<Record<string, readonly string[]>> = { "%PDF-1.7": ["ua1", "2a"], "%PDF-2.0": ["ua2", "4"] };

/** The parts of veraPDF's report that are read. */
const rule = z.object({
  clause: z.string(),
  testNumber: z.number(),
  description: z.string(),
  failedChecks: z.number(),
  checks: z.array(z.object({ context: z.string().optional(), errorMessage: z.string().optional() })).optional(),
});
const result = z.object({ compliant: z.boolean(), details: z.object({ ruleSummaries: z.array(rule) }) });
const job = z.object({
  itemDetails: z.object({ name: z.string() }),
  // One result, or one per profile.
  validationResult: z.union([result.transform((single) => [single]), z.array(result)]).optional(),
});
const report = z.object({ report: z.object({ jobs: z.array(job) }) });

const [command = "verapdf", ...words] = (process.env["VERAPDF"] || "verapdf").split(" ");
const paths = process.argv.slice(2).flatMap(findPdfs);
if (paths.length === 0) throw new Error("There is no PDF to judge.");

let faults = 0;
for (const path of paths) {
  const asked = flavours[beginning(path)];
  if (!asked) complain(path, "veraPDF", `A file that begins with "${beginning(path)}" is not one of ours.`);
  for (const flavour of asked ?? []) judge(path, flavour);
}
console.log(`${paths.length} PDFs judged, ${faults} faults.`);
if (faults > 0) process.exitCode = 1;

function findPdfs(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".pdf"))
    .map((path) => join(folder, path))
    .toSorted();
}

function beginning(path: string): string {
  return readFileSync(path).subarray(0, 8).toString("latin1");
}

function judge(path: string, flavour: string): void {
  const question = [...words, "--format", "json", "--flavour", flavour, path];
  const ran = spawnSync(command, question, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (ran.error) throw ran.error;
  const found = readReport(ran.stdout);
  if (!found) {
    complain(path, `veraPDF ${flavour}`, `There is no verdict (exit code ${ran.status}): ${ran.stderr.slice(0, 400)}`);
    return;
  }
  for (const { compliant, details } of found) {
    for (const { clause, testNumber, description, failedChecks, checks = [] } of details.ruleSummaries) {
      const [first] = checks;
      const example = [first?.errorMessage, first?.context].filter(Boolean).join(" ");
      complain(path, `veraPDF ${flavour} ${clause}-${testNumber}`, `${description} (${failedChecks} times) ${example}`);
    }
    if (!compliant && details.ruleSummaries.length === 0)
      complain(path, `veraPDF ${flavour}`, "The file does not pass.");
    if (compliant) console.log(`${path} passes ${flavour}.`);
  }
}

/** Returns the results for the only file; `undefined` without a report or if the file was not validated. */
function readReport(text: string): z.output<typeof result>[] | undefined {
  try {
    const { jobs } = report.parse(JSON.parse(text)).report;
    const results = jobs.flatMap(({ validationResult }) => validationResult ?? []);
    return jobs.length === 1 && results.length > 0 ? results : undefined;
  } catch {
    return undefined;
  }
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function complain(file: string, title: string, message: string): void {
  faults += 1;
  const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  console.log(`::error file=${property(file)},title=${property(title)}::${data(message.trim())}`);
}
