import type { Diagnostic, Severity } from "../../model/diagnostic.ts";

/** Diagnostics of one rule and severity, printed as one block. */
export interface Group {
  readonly first: Diagnostic;
  readonly all: readonly Diagnostic[];
}

/** Maximum number of errors of a rule printed individually, because each must be fixed. */
const maxErrors = 5;

const gravity: readonly Severity[] = ["error", "warning", "info"];

/** Groups diagnostics by rule, in order of first occurrence; with `verbose`, one group for each diagnostic. */
export function groupDiagnostics(diagnostics: readonly Diagnostic[], verbose: boolean): Group[] {
  const alone = (diagnostic: Diagnostic): Group => ({ first: diagnostic, all: [diagnostic] });
  if (verbose) return diagnostics.map(alone);
  const byRule = Map.groupBy(diagnostics, ({ rule, severity }) => `${severity} ${rule}`);
  return Array.from(byRule.values()).flatMap((all): Group[] => {
    const [first] = all;
    if (!first) return [];
    return first.severity === "error" && all.length <= maxErrors ? all.map(alone) : [{ first, all }];
  });
}

/** Sorts groups by severity, errors first. */
export function byGravity(groups: readonly Group[]): Group[] {
  return gravity.flatMap((severity) => groups.filter(({ first }) => first.severity === severity));
}

/** Returns the gravest diagnostic, and of several the first. */
export function gravest(diagnostics: readonly Diagnostic[]): Diagnostic | undefined {
  return gravity
    .map((severity) => diagnostics.find((diagnostic) => diagnostic.severity === severity))
    .find((diagnostic) => diagnostic !== undefined);
}

/** Returns, for example, "2 errors, 1 warning". */
export function count(diagnostics: readonly Diagnostic[]): string {
  return gravity
    .map((kind) => [diagnostics.filter(({ severity }) => severity === kind).length, kind] as const)
    .filter(([number]) => number > 0)
    .map(([number, kind]) => plural(number, kind))
    .join(", ");
}

/** Returns, for example, "1 file" or "2 files". */
export function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
