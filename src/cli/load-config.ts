import { join } from "node:path";
import { offprintConfig, type OffprintConfig } from "../config/offprint-config.ts";
import { explainIssue, hintForIssue, knownKeys, meantIssues } from "../config/explain-issue.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";

const names = ["offprint.config.ts", "offprint.config.js", "offprint.config.mjs"];

/** The configuration of the working folder, which may be empty. It is code of the user's own, and is run. */
export async function loadConfig(world: World): Promise<Outcome<OffprintConfig>> {
  const folder = world.host.workingFolder;
  const states = await Promise.all(names.map((name) => world.disk.stat(join(folder, name))));
  const file = names.find((_, index) => states[index]?.kind === "file");
  if (file === undefined) return succeed({});
  try {
    return check(await world.modules.load(join(folder, file)), file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(diagnostic("configShape", `The configuration cannot be read: ${reason}`, undefined, { file }));
  }
}

function check(value: unknown, file: string): Outcome<OffprintConfig> {
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
