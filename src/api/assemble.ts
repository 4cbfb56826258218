import { resolve } from "node:path";
import { relevel } from "../diagnostics/relevel.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { World } from "../model/world.ts";
import { assemble as assembleFolders } from "../pipeline/assemble.ts";
import { loadConfig } from "./load-config.ts";

export interface AssembleResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute. */
  readonly folder: string;
  /** Absolute paths of what is there now; nothing where there was an error. */
  readonly files: readonly string[];
}

/** Join the output folders of all shards of a build into `out`, or into the folder that the configuration names. */
export async function assemble(
  world: World,
  folders: readonly string[],
  out: string | undefined,
): Promise<AssembleResult> {
  const config = await loadConfig(world);
  const folder = resolve(world.host.workingFolder, out ?? (config.ok ? config.value.out : undefined) ?? "dist");
  const joined = config.ok ? await assembleFolders(world, folders, folder, config.value) : config;
  const diagnostics = config.ok ? relevel(joined.diagnostics, config.value) : joined.diagnostics;
  return { diagnostics, folder, files: joined.ok ? joined.value : [] };
}
