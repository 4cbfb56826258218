import type { Diagnostic, SourcePoint } from "../model/diagnostic.ts";
import type { Rule } from "./rule.ts";
import { type RuleName, rules } from "./rules.ts";

/** Location of a diagnostic: the file as shown to the user, and a unist position if there is one. */
export interface SourceLocation {
  readonly file?: string | undefined;
  readonly position?: { readonly start: SourcePoint; readonly end?: SourcePoint } | undefined;
}

/** Creates a diagnostic at the severity of its rule. */
export function diagnostic(rule: RuleName, message: string, hint?: string, location: SourceLocation = {}): Diagnostic {
  return diagnosticOf(rule, rules[rule], message, hint, location);
}

/** Creates a diagnostic of a built-in rule or a plug-in's. */
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

/** Replaces terminal control characters, except line ends, because messages may quote an article. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n]+/gu, "�");
}

function toPlace({ line, column }: SourcePoint): SourcePoint {
  return { line, column };
}
