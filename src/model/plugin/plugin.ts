import type { PluginChart } from "./chart.ts";
import type { PluginDialect } from "./dialect.ts";
import type { PluginDirective } from "./directive.ts";
import type { PluginEdition, PluginFormat } from "./format.ts";
import type { PluginRule } from "./rule.ts";
import type { PluginTransform } from "./transform.ts";

/**
 * What a project adds to Offprint, named under `plugins` in `offprint.config.ts`. It is trusted code. Its name, version
 * and options are part of the key of everything that the cache keeps.
 */
export interface Plugin<Rule extends string = string> {
  /** Unique in the configuration; names of npm packages are good ones. */
  readonly name: string;
  /** Part of the key of the cache: another version makes everything anew. */
  readonly version: string;
  /** What it was called with: plain values. */
  readonly options?: unknown;
  /** Steps on the trees of an article, before or after a named step of Offprint. */
  readonly transforms?: readonly PluginTransform<Rule>[];
  /** Directives and roles. */
  readonly directives?: readonly PluginDirective[];
  /** By name. */
  readonly rules?: Readonly<Record<Rule, PluginRule>>;
  /** Markdown of other tools. */
  readonly dialects?: readonly PluginDialect[];
  /** Kinds of charts. */
  readonly charts?: readonly PluginChart[];
  /** Kinds of files. */
  readonly formats?: readonly PluginFormat[];
  /** Ways in which a publication is issued. */
  readonly editions?: readonly PluginEdition[];
}

/** What tells one plug-in from another for the cache; `files`: the digest of the modules that it lies in. */
export interface PluginKey {
  readonly name: string;
  readonly version: string;
  readonly options: unknown;
  readonly code: string;
}
