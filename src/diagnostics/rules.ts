import { dataRules } from "./rules/data.ts";
import { filesRules } from "./rules/files.ts";
import { outputRules } from "./rules/output.ts";
import { referencesRules } from "./rules/references.ts";
import type { PluginRule } from "../model/plugin/rule.ts";
import type { Rule } from "./rule.ts";
import { textRules } from "./rules/text.ts";

export type { Rule } from "./rule.ts";

/** All rules. The names are permanent, because users write them into their configuration. */
export const rules = {
  ...filesRules,
  ...textRules,
  ...referencesRules,
  ...dataRules,
  ...outputRules,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** Rules of a plug-in by name. */
export type PluginRules = Readonly<Record<string, PluginRule>>;

/** Reports whether a rule has a recovery, so that the configuration may set its severity. */
export function isSettable(name: string, added: readonly PluginRules[] = []): boolean {
  const rule = Object.hasOwn(rules, name)
    ? rules[name as RuleName]
    : added.map((more) => more[name]).find((pluginRule) => pluginRule !== undefined);
  return rule === undefined || rule.severity !== "error" || rule.recovery !== undefined;
}

export const ruleNames = Object.keys(rules) as RuleName[];
