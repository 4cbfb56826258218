import type { Diagnostic, Severity } from "../../model/diagnostic.ts";

/** Diagnostics of one rule and severity, told in one block. */
export interface Group {
  readonly first: Diagnostic;
  readonly all: readonly Diagnostic[];
  /** Whether the line that the first points at is shown, and what to do about it. */
  readonly isShown: boolean;
}

/** What a screen has room for, each with its line. */
const mostShown = 4;

/** Errors of one rule that are told one by one: each has to be mended before anything is made. */
const mostErrors = 5;

const gravity: readonly Severity[] = ["error", "warning", "info"];

/** One group for each rule, in the order in which its first comes; or one for each diagnostic. */
export function groupDiagnostics(diagnostics: readonly Diagnostic[], verbose: boolean): Group[] {
  const alone = (diagnostic: Diagnostic): Group => ({ first: diagnostic, all: [diagnostic], isShown: true });
  if (verbose) return diagnostics.map(alone);
  const byRule = Map.groupBy(diagnostics, ({ rule, severity }) => `${severity} ${rule}`);
  const groups = Array.from(byRule.values()).flatMap((all): Group[] => {
    const [first] = all;
    if (!first) return [];
    if (first.severity === "error" && all.length <= mostErrors) return all.map(alone);
    return [{ first, all, isShown: false }];
  });
  const shown = gravity
    .flatMap((severity) => groups.filter(({ first }) => first.severity === severity))
    .slice(0, mostShown);
  return groups.map((group) => ({ ...group, isShown: group.isShown || shown.includes(group) }));
}

/** The gravest diagnostic, and of several the first. */
export function gravest(diagnostics: readonly Diagnostic[]): Diagnostic | undefined {
  return gravity
    .map((severity) => diagnostics.find((diagnostic) => diagnostic.severity === severity))
    .find((diagnostic) => diagnostic !== undefined);
}
