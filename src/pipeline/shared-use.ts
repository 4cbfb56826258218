import type { Fact, Facts } from "../config/facts-file.ts";
import type { RuleName } from "../diagnostics/rules.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

// Shared entries serve all publications of a project, and none uses all of them.

const usedRules: ReadonlySet<string> = new Set<RuleName>(["referenceUsed", "glossaryTermUsed"]);

/**
 * Reports whether a finding only says that an entry of a shared file is unused. `shared`: files as diagnostics name
 * them.
 */
export function saysUnused({ rule, file = "" }: Diagnostic, shared: ReadonlySet<string>): boolean {
  return usedRules.has(rule) && shared.has(file);
}

/** Returns a publication's own facts and the shared facts that it uses, by id. */
export function factsInUse(facts: Facts = new Map(), used: ReadonlySet<string>, shared: ReadonlySet<string>): Facts {
  const isOwn = ({ locations }: Fact): boolean => !shared.has(locations.id.file ?? "");
  return new Map([...facts].filter(([id, fact]) => used.has(id) || isOwn(fact)));
}
