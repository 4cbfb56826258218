import type { z } from "zod";
import type { ManifestEntry } from "../../config/manifest-file.ts";
import { aceReport, epubCheckReport, veraReport } from "../../config/outside-report.ts";
import type { ReportedFinding } from "../../config/report-file.ts";
import type { OutsideResult } from "../../site/report/make-report.ts";

/** Maximum number of findings listed per report; more are counted. */
const maxFindings = 20;

/** Parses another checker's report on these files. Returns nothing if it is about none of them or is not a report. */
export function readOutside(text: string, artifacts: readonly ManifestEntry[]): OutsideResult[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const vera = veraReport.safeParse(value);
  if (vera.success) return ofVera(vera.data, artifacts);
  const ace = aceReport.safeParse(value);
  if (ace.success) return ofAce(ace.data, artifacts);
  const check = epubCheckReport.safeParse(value);
  return check.success ? ofEpubCheck(check.data, artifacts) : [];
}

/** Returns the last segment of a path or address, on any system. */
const nameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

function ofVera({ report }: z.output<typeof veraReport>, artifacts: readonly ManifestEntry[]): OutsideResult[] {
  const release = report.buildInformation?.releaseDetails.find(({ id }) => id === "core")?.version;
  return report.jobs.flatMap(({ itemDetails, validationResult }) => {
    const entry = artifacts.find(
      ({ path, size }) => nameOf(path) === nameOf(itemDetails.name) && size === itemDetails.size,
    );
    if (!entry) return [];
    return validationResult.map(({ profileName, compliant, details }): OutsideResult => {
      const profile = profileName.replace(/ validation profile$/i, "");
      return {
        path: entry.path,
        suite: {
          id: `verapdf-${profile.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`,
          title: `${profile}, by a validator that shares no code with Offprint`,
          tool: { name: "veraPDF", ...(release !== undefined && { version: release }) },
          rules: [],
          parts: [{ source: profile }],
        },
        passed: compliant,
        info: "From veraPDF's own report, which is of a file of this name and size.",
        findings: shortened(
          details.ruleSummaries.map(({ clause, testNumber, description, failedChecks }) => ({
            rule: `${clause}-${testNumber}`,
            severity: "error",
            message: `${description} (${failedChecks} times)`,
          })),
        ),
      };
    });
  });
}

function ofAce(report: z.output<typeof aceReport>, artifacts: readonly ManifestEntry[]): OutsideResult[] {
  const { url } = report["earl:testSubject"];
  const entry = artifacts.find(({ path }) => nameOf(path) === nameOf(url));
  if (!entry) return [];
  const { "doap:name": name, "doap:release": release } = report["earl:assertedBy"];
  const failed = report.assertions.flatMap(({ "earl:testSubject": { url: file }, assertions }) =>
    assertions
      .filter(({ "earl:result": { "earl:outcome": outcome } }) => outcome === "fail")
      .map(({ "earl:test": test, "earl:result": result }): ReportedFinding => ({
        rule: test["dct:title"],
        severity: "error",
        message: result["dct:description"] ?? "It fails.",
        file,
      })),
  );
  return [
    {
      path: entry.path,
      suite: {
        id: "ace-report",
        title: "EPUB: accessibility",
        tool: { name, ...(release && { version: release["doap:revision"] }) },
        rules: [],
        parts: [{ source: "EPUB Accessibility 1.1" }, { source: "WCAG 2.2" }],
      },
      passed: report["earl:result"]["earl:outcome"] === "pass",
      info: "From Ace's own report, which is of a file of this name.",
      findings: shortened(failed),
    },
  ];
}

function ofEpubCheck(
  { checker, messages }: z.output<typeof epubCheckReport>,
  artifacts: readonly ManifestEntry[],
): OutsideResult[] {
  const entry = artifacts.find(({ path }) => nameOf(path) === nameOf(checker.filename));
  if (!entry) return [];
  const failures = messages.filter(({ severity }) => ["FATAL", "ERROR", "WARNING"].includes(severity));
  return [
    {
      path: entry.path,
      suite: {
        id: "epubcheck-report",
        title: "EPUB: conformance to the standard",
        tool: { name: "EPUBCheck of the W3C", version: checker.checkerVersion },
        rules: [],
        parts: [{ source: "EPUB 3.3" }],
      },
      passed: checker.nFatal + checker.nError === 0,
      info: "From EPUBCheck's own report, which is of a file of this name.",
      findings: shortened(
        failures.map(({ ID, severity, message, locations: [first] = [] }) => ({
          rule: ID,
          severity: severity === "WARNING" ? "warning" : "error",
          message,
          ...(first && { file: first.path }),
        })),
      ),
    },
  ];
}

function shortened(findings: readonly ReportedFinding[]): ReportedFinding[] {
  const left = findings.length - maxFindings;
  if (left <= 0) return [...findings];
  const more = { rule: "more", severity: "info", message: `${left} more are in that report.` } as const;
  return [...findings.slice(0, maxFindings), more];
}
