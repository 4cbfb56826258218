import type { PluginChart } from "./chart.ts";
import type { PluginDialect } from "./dialect.ts";
import type { PluginDirective } from "./directive.ts";
import type { PluginEdition, PluginFormat } from "./format.ts";
import type { PluginRule } from "./rule.ts";
import type { PluginTransform } from "./transform.ts";

/**
 * An extension of Offprint, listed under `plugins` in `offprint.config.ts`. It is trusted code. Its name, version and
 * options are part of every cache key.
 */
export interface Plugin<Rule extends string = string> {
  /** Unique in the configuration; the name of its npm package is a good choice. */
  readonly name: string;
  /** Part of the cache key: a new version rebuilds everything. */
  readonly version: string;
  /** Options it was called with: plain values. */
  readonly options?: unknown;
  /** Steps on the trees of an article, before or after a named step of Offprint. */
  readonly transforms?: readonly PluginTransform<Rule>[];
  /** Directives and roles. */
  readonly directives?: readonly PluginDirective[];
  /** Rules by name. */
  readonly rules?: Readonly<Record<Rule, PluginRule>>;
  /** Markdown dialects. */
  readonly dialects?: readonly PluginDialect[];
  /** Chart kinds. */
  readonly charts?: readonly PluginChart[];
  /** File formats. */
  readonly formats?: readonly PluginFormat[];
  /** Editions. */
  readonly editions?: readonly PluginEdition[];
}

/** Identity of a plug-in in the cache; `files` is the digest of its modules. */
export interface PluginKey {
  readonly name: string;
  readonly version: string;
  readonly options: unknown;
  readonly code: string;
}
