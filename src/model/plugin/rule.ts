import type { Severity, SourcePoint } from "../diagnostic.ts";

/** A rule of a plug-in and its severity. */
export interface PluginRule {
  /** Default severity; the configuration may override it, as for built-in rules. */
  readonly severity: Severity;
  /** One sentence: what holds in correct content. */
  readonly description: string;
  /** What is built instead where the rule is violated. An error without a recovery stops the build at any severity. */
  readonly recovery?: string;
}

/** A node with a position in the author's text: any unist node. */
export interface Placed {
  /** As in unist. */
  readonly position?: { readonly start: SourcePoint; readonly end: SourcePoint } | undefined;
}

/** Reports a violation: the rule, the node, what is wrong, and what to do about it. */
export type PluginReport<Rule extends string = string> = (
  rule: Rule,
  node: Placed | undefined,
  message: string,
  hint?: string,
) => void;
