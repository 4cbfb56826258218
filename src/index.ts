import { build as buildIn, type BuildResult, check as checkIn } from "./api/build.ts";
import type { BuildOptions, CheckOptions } from "./api/options.ts";
import type { World } from "./model/world.ts";
import { realWorld } from "./world/node.ts";

export type { BuildResult, BuiltPublication } from "./api/build.ts";
export { defineConfig } from "./api/define-config.ts";
export type { BuildOptions, CheckOptions, Progress } from "./api/options.ts";
export type { OffprintConfig } from "./config/offprint-config.ts";
export type { Artifact } from "./model/artifact.ts";
export type { Diagnostic } from "./model/diagnostic.ts";
export type { EditionName, FormatName } from "./model/edition.ts";
export type { PdfStandard } from "./model/pdf-standard.ts";

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
