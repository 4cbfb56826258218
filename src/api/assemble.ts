import { resolve } from "node:path";
import { relevel } from "../diagnostics/relevel.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { World } from "../model/world.ts";
import { assemble as assembleFolders } from "../pipeline/assemble.ts";
import { loadConfig } from "./load-config.ts";
import type { BuildOptions } from "./options.ts";

export interface AssembleResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute path. */
  readonly folder: string;
  /** Absolute paths of the files written; empty after an error. */
  readonly files: readonly string[];
}

/** Joins the output folders of all shards of a build in `out`, or in the configured folder; `previous` is as for `build`. */
export async function assemble(
  world: World,
  folders: readonly string[],
  { out, previous }: Pick<BuildOptions, "previous"> & { readonly out?: string | undefined },
): Promise<AssembleResult> {
  const config = await loadConfig(world);
  const { workingFolder } = world.host;
  const folder = resolve(workingFolder, out ?? (config.ok ? config.value.out : undefined) ?? "dist");
  const destination = { folder, previous: previous === undefined ? undefined : resolve(workingFolder, previous) };
  const joined = config.ok ? await assembleFolders(world, folders, destination, config.value) : config;
  const diagnostics = config.ok ? relevel(joined.diagnostics, config.value) : joined.diagnostics;
  return { diagnostics, folder, files: joined.ok ? joined.value : [] };
}
