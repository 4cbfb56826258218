import { explainIssue, hintForIssue, knownKeys, meantIssues } from "../config/explain-issue.ts";
import { offprintConfig, offprintConfigFor, type OffprintConfig } from "../config/offprint-config.ts";
import type { KeyLocation } from "../config/read-yaml.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Plugin } from "../model/plugin/plugin.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";

/** Checks the value that a configuration module exports, whose keys `at` locates. */
export async function checkConfig(value: unknown, at: KeyLocation): Promise<Outcome<OffprintConfig>> {
  const { plugins } = (value ?? {}) as { plugins?: unknown };
  const list: readonly unknown[] = Array.isArray(plugins) ? plugins : [];
  // This loads all steps and directives, which a project without plug-ins does not need.
  const wrong = list.length > 0 ? (await import("./check-plugins.ts")).checkPlugins(list, at) : [];
  if (wrong.length > 0) return fail(...wrong);
  const added = (list as readonly Plugin[]).map(({ rules = {} }) => rules);
  const schema = added.length > 0 ? offprintConfigFor(added) : offprintConfig;
  const parsed = schema.safeParse(value);
  if (parsed.success) return succeed(parsed.data);
  return fail(
    ...parsed.error.issues.flatMap(meantIssues).flatMap((issue): Diagnostic[] => {
      if (issue.code !== "unrecognized_keys")
        return [
          diagnostic(
            "configShape",
            explainIssue(issue, value),
            hintForIssue(issue, value),
            at(...issue.path.map(String)),
          ),
        ];
      const known = knownKeys(schema, issue.path);
      return issue.keys.map((key) => {
        const path = [...issue.path, key].map(String);
        const hint = didYouMean(key, known) ?? `Known keys: ${known.join(", ")}.`;
        return diagnostic("configShape", `"${path.join(".")}" is not a known key.`, hint, at(...path));
      });
    }),
  );
}
