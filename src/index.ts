import { build as buildIn, type BuildResult, check as checkIn } from "./api/build.ts";
import type { BuildOptions, CheckOptions } from "./api/options.ts";
import { verify as verifyIn, type VerifyOptions, type VerifyResult } from "./api/verify.ts";
import type { World } from "./model/world.ts";
import { realWorld } from "./world/node.ts";

export type { BuildResult, BuiltPublication } from "./api/build.ts";
export { defineConfig } from "./api/define-config.ts";
export { defineDirective, defineFormat, definePlugin } from "./api/define-plugin.ts";
export type { BuildOptions, CheckOptions, Progress } from "./api/options.ts";
export type { VerifyOptions, VerifyResult } from "./api/verify.ts";
export type { OffprintConfig } from "./config/offprint-config.ts";
export type { Artifact } from "./model/artifact.ts";
export type { Diagnostic } from "./model/diagnostic.ts";
export type { EditionName, FormatName } from "./model/edition.ts";
export type { PdfStandard } from "./model/pdf-standard.ts";
export type { ChartData, ChartStyle, PluginChart } from "./model/plugin/chart.ts";
export type { PluginDialect } from "./model/plugin/dialect.ts";
export type { DirectiveCall, PluginAttributes, PluginDirective } from "./model/plugin/directive.ts";
export type { FormatContext, FormatReport, PluginEdition, PluginFormat } from "./model/plugin/format.ts";
export type { Plugin } from "./model/plugin/plugin.ts";
export type { PluginReport, PluginRule } from "./model/plugin/rule.ts";
export type { StandardSchema } from "./model/plugin/standard-schema.ts";
export type { ArticleContext, PluginTransform, UnifiedPlugin } from "./model/plugin/transform.ts";
export type { Chapter, Publication } from "./model/publication.ts";

/** Opened once, when it is first needed. */
let world: World | undefined;
const here = (): World => (world ??= realWorld());

/** Make publications and check them. Nothing is written unless `out` says where; nothing is printed. */
export function build(options: BuildOptions = {}): Promise<BuildResult> {
  return buildIn(here(), options);
}

/** Do all that `build` does, warnings being errors unless told otherwise, and write nothing. */
export function check(options: CheckOptions = {}): Promise<BuildResult> {
  return checkIn(here(), options);
}

/** Whether finished files are those that their manifests list, and which version they are. Nothing is written. */
export function verify(options: VerifyOptions): Promise<VerifyResult> {
  return verifyIn(here(), options);
}
