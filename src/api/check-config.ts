import { explainIssue, hintForIssue, knownKeys, meantIssues } from "../config/explain-issue.ts";
import { offprintConfig, type OffprintConfig } from "../config/offprint-config.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";

/** What the module of a configuration exports, if it is one. */
export function checkConfig(value: unknown, file: string): Outcome<OffprintConfig> {
  const parsed = offprintConfig.safeParse(value);
  if (parsed.success) return succeed(parsed.data);
  return fail(
    ...parsed.error.issues.flatMap(meantIssues).flatMap((issue): Diagnostic[] => {
      if (issue.code !== "unrecognized_keys")
        return [diagnostic("configShape", explainIssue(issue, value), hintForIssue(issue, value), { file })];
      const known = knownKeys(offprintConfig, issue.path);
      return issue.keys.map((key) => {
        const name = [...issue.path, key].join(".");
        const hint = didYouMean(key, known) ?? `Known keys: ${known.join(", ")}.`;
        return diagnostic("configShape", `"${name}" is not a known key.`, hint, { file });
      });
    }),
  );
}
