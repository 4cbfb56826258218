import type { Diagnostic, SourcePoint } from "../model/diagnostic.ts";
import type { Rule } from "./rule.ts";
import { type RuleName, rules } from "./rules.ts";

/** Where a diagnostic points: the file as the author names it, and a unist position if there is one. */
export interface SourceLocation {
  readonly file?: string | undefined;
  readonly position?: { readonly start: SourcePoint; readonly end?: SourcePoint } | undefined;
}

/** A diagnostic of a rule, at the rule's own severity. */
export function diagnostic(rule: RuleName, message: string, hint?: string, location: SourceLocation = {}): Diagnostic {
  return diagnosticOf(rule, rules[rule], message, hint, location);
}

/** A diagnostic of a rule that may be a plug-in's. */
export function diagnosticOf(
  rule: string,
  { severity, concern }: Pick<Rule, "severity" | "concern">,
  message: string,
  hint?: string,
  { file, position }: SourceLocation = {},
): Diagnostic {
  return {
    rule,
    severity,
    concern,
    message: printable(message),
    ...(hint !== undefined && { hint: printable(hint) }),
    ...(file !== undefined && { file }),
    ...(position && { place: toPlace(position.start) }),
    ...(position?.end && { end: toPlace(position.end) }),
  };
}

/** Words of an article may stand in a message; what steers a terminal must not, line ends excepted. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n]+/gu, "�");
}

function toPlace({ line, column }: SourcePoint): SourcePoint {
  return { line, column };
}
