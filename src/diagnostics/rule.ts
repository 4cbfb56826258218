import type { Concern, Severity } from "../model/diagnostic.ts";

/** A requirement, what it concerns, and its default severity. */
export interface Rule {
  readonly severity: Severity;
  readonly concern: Concern;
  /** One sentence: what holds in correct content. */
  readonly statement: string;
  /**
   * What is built instead if the rule is violated. For rules about content, an error without a recovery stops the
   * build.
   */
  readonly recovery?: string;
}

export const error = (statement: string): Rule => ({ severity: "error", concern: "work", statement });
export const warning = (statement: string, recovery?: string): Rule => ({
  severity: "warning",
  concern: "work",
  statement,
  ...(recovery !== undefined && { recovery }),
});
export const info = (statement: string): Rule => ({ severity: "info", concern: "work", statement });
export const request = (statement: string): Rule => ({ severity: "error", concern: "request", statement });
export const tool = (statement: string): Rule => ({ severity: "error", concern: "tool", statement });
