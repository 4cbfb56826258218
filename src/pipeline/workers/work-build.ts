import { join } from "node:path";
import { serialize } from "node:v8";
import type { ChosenConfig } from "../../config/offprint-config.ts";
import type { Browser } from "../../model/browser.ts";
import type { Outcome } from "../../model/outcome.ts";
import type { PluginKey } from "../../model/plugin/plugin.ts";
import { sha256Of } from "../../model/sha256.ts";
import type { World } from "../../model/world.ts";
import type { BuildRequest } from "../build-request.ts";
import { findSources } from "../find-sources.ts";
import type { Crew } from "./crew.ts";
import type { OutputFolders } from "./output-folders.ts";
import { digestOfSource, identifyBuild, queuedBuild, queuedPublication } from "./queued-build.ts";

/** What a worker brings along. */
export interface BuildWorker {
  readonly world: World;
  readonly config: ChosenConfig;
  readonly toolVersion: string;
  readonly plugins: readonly PluginKey[];
  readonly crew: Crew;
  readonly outputFolder: OutputFolders;
  readonly browser: () => Promise<Outcome<Browser>>;
}

/**
 * Prepares for the publications of a build. Rejects where this machine would not produce the same files as the one that
 * planned it. Results go into parcels; a job's result is the name of its parcel.
 */
export async function openBuild(worker: BuildWorker, value: unknown) {
  const { world, config, toolVersion, plugins, crew, outputFolder, browser } = worker;
  const { id, kind: _, browser: printer, isCached, folder, sources: names, ...asked } = queuedBuild.parse(value);
  const request = {
    ...asked,
    sources: names,
    config,
    toolVersion,
    ...(plugins.length > 0 && { plugins }),
  } as BuildRequest;
  if ((await identifyBuild(world, request)) !== id)
    throw new Error("this worker has another configuration, version of Offprint or SOURCE_DATE_EPOCH");
  if (printer !== undefined) {
    const opened = await browser();
    if (!opened.ok || opened.value.version !== printer) throw new Error("this worker has another browser");
  }
  const found = await findSources(world, names, {
    root: request.root ?? config.root,
    from: request.from,
    shared: config.shared,
    styles: config.import?.styles,
  });
  const sources = new Map(found.ok ? found.value.map((source) => [source.slug, source]) : []);
  const { disk, folder: parcels } = await outputFolder(folder);
  return async (data: unknown) => {
    const { slug, sha256 } = queuedPublication.parse(data);
    const source = sources.get(slug);
    if (!source || digestOfSource(source) !== sha256) throw new Error("this worker has another text");
    const answer = await crew.make(world, source, request, isCached);
    const ours = answer.outcome.diagnostics.find(({ severity, concern }) => severity === "error" && concern !== "work");
    // What this machine lacks, another one may have.
    if (ours) throw new Error(ours.message);
    const parcel = serialize(answer);
    const name = sha256Of(parcel);
    await disk.makeFolder(parcels);
    await disk.write(join(parcels, name), parcel);
    return { name };
  };
}
