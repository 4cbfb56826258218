import { build as buildIn, type BuildResult, check as checkIn } from "./api/build.ts";
import type { BuildOptions, CheckOptions } from "./api/options.ts";
import { verify as verifyIn, type VerifyOptions, type VerifyResult } from "./api/verify.ts";
import type { World } from "./model/world.ts";
import { realWorld } from "./world/node.ts";

export type { BuildResult, BuiltPublication, StageTime } from "./api/build.ts";
export { defineConfig } from "./api/define-config.ts";
export { defineDirective, defineFormat, definePlugin } from "./api/define-plugin.ts";
export type { BuildOptions, CheckOptions, Progress, Shard } from "./api/options.ts";
export type { VerifiedFile, VerifyOptions, VerifyResult } from "./api/verify.ts";
export type { Manifest } from "./config/manifest-file.ts";
export type { OffprintConfig } from "./config/offprint-config.ts";
export type { Artifact } from "./model/artifact.ts";
export type { Concern, Diagnostic, Severity, SourcePoint } from "./model/diagnostic.ts";
export type { BuiltInEdition, BuiltInFormat, EditionName, FormatName } from "./model/edition.ts";
export type { FootnotePlacement } from "./model/footnote-plan.ts";
export type { Image, ImageType } from "./model/image.ts";
export type { SourceKind } from "./model/imported.ts";
export type {
  Certifier,
  Contributor,
  Direction,
  Identifier,
  IllustrationKind,
  LanguageLink,
  Metadata,
  Release,
  Review,
} from "./model/metadata.ts";
export type { PdfStandard } from "./model/pdf-standard.ts";
export type { ChartData, ChartSeries, ChartStyle, PluginChart, SchemeColours } from "./model/plugin/chart.ts";
export type { BlockLine, BlockReader, DialectContext, Line, PluginDialect } from "./model/plugin/dialect.ts";
export type { DirectiveCall, ElementProperties, PluginAttributes, PluginDirective } from "./model/plugin/directive.ts";
export type { FormatContext, FormatReport, PluginEdition, PluginFormat } from "./model/plugin/format.ts";
export type { Plugin } from "./model/plugin/plugin.ts";
export type { Placed, PluginReport, PluginRule } from "./model/plugin/rule.ts";
export type { OutputOf, StandardResult, StandardSchema } from "./model/plugin/standard-schema.ts";
export type {
  ArticleContext,
  PluginTransform,
  StepPlace,
  TransformWork,
  UnifiedPlugin,
} from "./model/plugin/transform.ts";
export type { BackMatter, Chapter, ContentsEntry, Publication } from "./model/publication.ts";
export type { JoinedText, SourceFile, SourceRange as Stretch } from "./model/source.ts";

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
