import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { RuleName } from "../../../diagnostics/rules.ts";
import type { CheckerFinding } from "../../../model/checker.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Trace } from "./trace.ts";

/** Converts a checker's finding to a diagnostic, located in the author's source where possible. */
export function toDiagnostic(
  rule: RuleName,
  checker: string,
  finding: CheckerFinding,
  file: string,
  trace?: Trace,
): Diagnostic {
  const origin = trace?.(finding);
  const message = describe(finding, checker);
  return origin
    ? diagnostic(rule, message, finding.help, { file: origin.file, position: { start: origin } })
    : diagnostic(rule, message, finding.help, { file });
}

/** Returns "In EPUB/text/01-start.xhtml, line 12: … (EPUBCheck RSC-005)". */
function describe({ id, message, path, line }: CheckerFinding, checker: string): string {
  const place = path === undefined ? "" : `In ${path}${line === undefined ? "" : `, line ${line}`}: `;
  return `${place}${message.replace(/\.$/, "")}. (${checker} ${id})`;
}
