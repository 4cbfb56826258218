import type { Fact, Facts } from "../config/facts-file.ts";
import type { RuleName } from "../diagnostics/rules.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

// What a project shares is for all its publications, and none of them uses all of it.

const usedRules: ReadonlySet<string> = new Set<RuleName>(["referenceUsed", "glossaryTermUsed"]);

/** Whether a finding says only that something of a shared file is not used. `shared`: files as diagnostics name them. */
export function saysUnused({ rule, file = "" }: Diagnostic, shared: ReadonlySet<string>): boolean {
  return usedRules.has(rule) && shared.has(file);
}

/** The facts of a publication's own and those of the shared ones that it uses, by their ids. */
export function factsInUse(facts: Facts = new Map(), used: ReadonlySet<string>, shared: ReadonlySet<string>): Facts {
  const isOwn = ({ locations }: Fact): boolean => !shared.has(locations.id.file ?? "");
  return new Map([...facts].filter(([id, fact]) => used.has(id) || isOwn(fact)));
}
