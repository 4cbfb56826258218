import type { Severity, SourcePoint } from "../diagnostic.ts";

/** A rule of a plug-in: what should hold, and how grave it is when it does not. */
export interface PluginRule {
  /** The configuration may give another, as for the rules of Offprint itself. */
  readonly severity: Severity;
  /** One sentence: what holds in good work. */
  readonly description: string;
  /** What is made instead where it does not hold. An error without a recovery stops the build at any level. */
  readonly recovery?: string;
}

/** Something with a place in the author's text: any node of a unist tree. */
export interface Placed {
  /** As unist has it. */
  readonly position?: { readonly start: SourcePoint; readonly end: SourcePoint } | undefined;
}

/** Says that a rule of the plug-in does not hold: the rule, the node, what is wrong, and what to do about it. */
export type PluginReport<Rule extends string = string> = (
  rule: Rule,
  node: Placed | undefined,
  message: string,
  hint?: string,
) => void;
