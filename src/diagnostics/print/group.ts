import type { Diagnostic, Severity } from "../../model/diagnostic.ts";

/** Diagnostics of one rule and severity, told in one block. */
export interface Group {
  readonly first: Diagnostic;
  readonly all: readonly Diagnostic[];
}

/** Errors of one rule that are told one by one: each has to be mended before anything is made. */
const mostErrors = 5;

const gravity: readonly Severity[] = ["error", "warning", "info"];

/** One group for each rule, in the order in which its first comes; or one for each diagnostic. */
export function groupDiagnostics(diagnostics: readonly Diagnostic[], verbose: boolean): Group[] {
  const alone = (diagnostic: Diagnostic): Group => ({ first: diagnostic, all: [diagnostic] });
  if (verbose) return diagnostics.map(alone);
  const byRule = Map.groupBy(diagnostics, ({ rule, severity }) => `${severity} ${rule}`);
  return Array.from(byRule.values()).flatMap((all): Group[] => {
    const [first] = all;
    if (!first) return [];
    return first.severity === "error" && all.length <= mostErrors ? all.map(alone) : [{ first, all }];
  });
}

/** The same groups, errors first and infos last. */
export function byGravity(groups: readonly Group[]): Group[] {
  return gravity.flatMap((severity) => groups.filter(({ first }) => first.severity === severity));
}

/** The gravest diagnostic, and of several the first. */
export function gravest(diagnostics: readonly Diagnostic[]): Diagnostic | undefined {
  return gravity
    .map((severity) => diagnostics.find((diagnostic) => diagnostic.severity === severity))
    .find((diagnostic) => diagnostic !== undefined);
}

/** "2 errors, 1 warning". */
export function count(diagnostics: readonly Diagnostic[]): string {
  return gravity
    .map((kind) => [diagnostics.filter(({ severity }) => severity === kind).length, kind] as const)
    .filter(([number]) => number > 0)
    .map(([number, kind]) => plural(number, kind))
    .join(", ");
}

/** "1 file", "2 files". */
export function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
