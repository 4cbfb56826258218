import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import type { Plugin } from "../model/plugin/plugin.ts";
import { levelOf } from "./former-names.ts";
import { isSettable } from "./rules.ts";

export interface Levels {
  readonly strict?: boolean | undefined;
  readonly rules?: Readonly<Record<string, Severity | "off" | undefined>> | undefined;
  readonly overrides?:
    | readonly {
        readonly paths: readonly string[];
        readonly rules: Readonly<Record<string, Severity | "off" | undefined>>;
      }[]
    | undefined;
  /** Plug-ins with additional rules. */
  readonly plugins?: readonly Plugin[] | undefined;
}

/**
 * Applies the configured severities; the last matching override wins. Errors without a recovery keep theirs, or a build
 * would wrongly succeed; `strict` turns the remaining warnings into errors.
 */
export function relevel(diagnostics: readonly Diagnostic[], levels: Levels): Diagnostic[] {
  const added = (levels.plugins ?? []).map((plugin) => plugin.rules ?? {});
  return diagnostics.flatMap((diagnostic) => {
    const severity = (isSettable(diagnostic.rule, added) && chosen(diagnostic, levels)) || diagnostic.severity;
    if (severity === "off") return [];
    return [{ ...diagnostic, severity: severity === "warning" && levels.strict ? "error" : severity }];
  });
}

function chosen(diagnostic: Diagnostic, levels: Levels): Severity | "off" | undefined {
  const fitting = (levels.overrides ?? []).filter(({ paths }) =>
    paths.some((path) => diagnostic.file?.startsWith(path)),
  );
  return (
    fitting.map(({ rules }) => levelOf(rules, diagnostic.rule)).findLast((level) => level !== undefined) ??
    levelOf(levels.rules ?? {}, diagnostic.rule)
  );
}
