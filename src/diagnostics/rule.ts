import type { Concern, Severity } from "../model/diagnostic.ts";

/** What should hold, whose matter it is when it does not, and how grave that is unless the configuration says else. */
export interface Rule {
  readonly severity: Severity;
  readonly concern: Concern;
  /** One sentence: what holds in good work. */
  readonly statement: string;
  /** What is made instead where it does not hold; a rule of the work without one that is an error stops the build. */
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
