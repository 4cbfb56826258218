import { deriveWorld } from "../model/derive-world.ts";
import { resolve } from "node:path";
import type { Manifest } from "../config/manifest-file.ts";
import type { ChosenConfig } from "../config/offprint-config.ts";
import { withProfile } from "../config/with-profile.ts";
import { relevel } from "../diagnostics/relevel.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import { withSettings } from "../model/plugin/scope.ts";
import type { World } from "../model/world.ts";
import type { SharedWork } from "../pipeline/build-request.ts";
import { build as buildRequest } from "../pipeline/build.ts";
import { finishIn } from "../pipeline/finish.ts";
import { openOutput } from "../pipeline/output-folder.ts";
import { createProfile, type StageTime } from "../pipeline/profile.ts";
import { publish } from "../pipeline/publish.ts";
import { optionsOfCall } from "../config/config-location.ts";
import { loadConfig } from "./load-config.ts";
import type { BuildOptions, CheckOptions } from "./options.ts";
import { unknownNames } from "./unknown-names.ts";
import { toRequest } from "./to-request.ts";

export type { StageTime };

/** A publication that was built. */
export interface BuiltPublication {
  /** Name of the publication and of its folder in the output. */
  readonly slug: string;
  /** Content of its `manifest.json`: sources, digests, tools. */
  readonly manifest: Manifest;
  /** A file for each edition, with its metadata; empty with `artifacts: false`: the manifest lists the files. */
  readonly artifacts: readonly Artifact[];
}

/** Result of `build` and `check`. */
export interface BuildResult {
  /** Whether everything requested was built and no diagnostic is an error. */
  readonly ok: boolean;
  /** Empty where something could not be built. */
  readonly publications: readonly BuiltPublication[];
  /** All findings, at the severities set by the configuration. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute path of the output folder. */
  readonly folder: string;
  /** Whether the publications were written to it. */
  readonly written: boolean;
  /** Time of each stage; stages overlap. */
  readonly stages: readonly StageTime[];
}

/** Builds and checks publications, and writes them if `out` is set. An edition with an error is not written. */
export async function build(world: World, options: BuildOptions): Promise<BuildResult> {
  const seen = inFolder(world, options.cwd);
  const config = await configOf(seen, options);
  const profile = createProfile(world);
  const stages = (): BuildResult["stages"] => profile.stages();
  const out = typeof options.out === "string" ? options.out : (config.ok && config.value.out) || "dist";
  const folder = resolve(seen.host.workingFolder, out);
  const nothing = { ok: false, folder, written: false, publications: [] };
  if (!config.ok) return { ...nothing, diagnostics: config.diagnostics, stages: stages() };
  const unknown = withSettings(config.value, () => unknownNames(options));
  if (unknown.length > 0) return { ...nothing, diagnostics: unknown, stages: stages() };
  const request = await toRequest(seen, options, config.value);
  const shared = await openShared(seen, options, folder);
  if (!shared.ok) return { ...nothing, diagnostics: shared.diagnostics, stages: stages() };
  const output = options.out === undefined ? undefined : openOutput(seen, folder);
  const finish = finishIn(output, options.artifacts ?? true);
  const timed = { ...request, finish, shared: shared.value, time: profile.time, addTimes: profile.add };
  try {
    const built = await closing(shared.value?.queue, buildRequest(seen, timed));
    const strict = options.strict ?? config.value.strict;
    const diagnostics = relevel(built.diagnostics, { ...config.value, strict });
    const publications = built.ok ? built.value : [];
    const ok = built.ok && isClean(diagnostics);
    // Publications that were built are returned even if others failed, unless the configuration or --strict forbids it.
    const errors = (found: readonly Diagnostic[]): number =>
      found.filter(({ severity }) => severity === "error").length;
    const isForbidden = (strict === true && !isClean(diagnostics)) || errors(diagnostics) > errors(built.diagnostics);
    if (!built.ok || isForbidden || !output || output.failure) {
      return { ...nothing, ok, publications, diagnostics, stages: stages() };
    }
    const destination = {
      folder,
      complete: ok && (options.complete ?? false) && !options.shard,
      shard: options.shard !== undefined,
      report: options.report ?? options.results !== undefined,
      previous: options.previous === undefined ? undefined : resolve(seen.host.workingFolder, options.previous),
      results: (options.results ?? []).map((path) => resolve(seen.host.workingFolder, path)),
    };
    const saved = await profile.time("write", () =>
      withSettings(config.value, () => publish(seen, publications, output, destination, config.value)),
    );
    const all = [...diagnostics, ...saved.diagnostics];
    const written = saved.ok;
    return { ok: written && isClean(all), folder, written, publications, diagnostics: all, stages: stages() };
  } finally {
    await output?.close();
  }
}

/** Does everything that `build` does, by default with warnings as errors, but writes nothing. */
export function check(world: World, options: CheckOptions): Promise<BuildResult> {
  return build(world, { ...options, strict: options.strict ?? true, out: undefined });
}

function isClean(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ severity }) => severity !== "error");
}

/** Opens the queue and the folder that the machines share. */
async function openShared(
  world: World,
  { queue: url, store }: BuildOptions,
  folder: string,
): Promise<Outcome<SharedWork | undefined>> {
  if (url === undefined) return succeed(undefined);
  const { connectQueue, openStore } = await import("./connect-queue.ts");
  const disk = await openStore(world, store, folder);
  if (!disk.ok) return disk;
  const queue = await connectQueue(world, url);
  return queue.ok ? succeed({ queue: queue.value, disk: disk.value, folder }) : queue;
}

/** Returns a world with another working folder. */
function inFolder(world: World, folder: string | undefined): World {
  if (folder === undefined) return world;
  return deriveWorld(world, { host: { ...world.host, workingFolder: resolve(world.host.workingFolder, folder) } });
}

async function closing<T>(queue: SharedWork["queue"] | undefined, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } finally {
    await queue?.close();
  }
}

async function configOf(world: World, { config, profile }: CheckOptions): Promise<Outcome<ChosenConfig>> {
  if (config === undefined) return loadConfig(world, profile);
  const { checkConfig } = await import("./check-config.ts");
  const checked = await checkConfig(config, () => ({ file: optionsOfCall }));
  return checked.ok ? withProfile(checked.value, profile) : checked;
}
