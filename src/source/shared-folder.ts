import { join, resolve } from "node:path";
import { configLocation } from "../config/config-location.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { liesInside } from "../model/shown-path.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";

/**
 * Returns the folder shared by all publications of a project, absolute, with links resolved: the configured one, or
 * `shared` in the working folder, if it exists. A folder that is not configured must not be a link elsewhere.
 */
export async function findSharedFolder(world: World, named: string | undefined): Promise<Outcome<string | undefined>> {
  const { workingFolder } = world.host;
  const path = named === undefined ? join(workingFolder, "shared") : resolve(workingFolder, named);
  const state = await world.disk.stat(path).catch(() => undefined);
  const real = state?.kind === "folder" ? await world.disk.realPath(path) : undefined;
  if (named === undefined) {
    const isOwn = real !== undefined && liesInside(await world.disk.realPath(workingFolder), real);
    return succeed(isOwn ? real : undefined);
  }
  if (real !== undefined) return succeed(real);
  const message = `There is no folder "${named}", which the configuration shares.`;
  const hint = "Make it, or take out shared: the path is from the folder of the configuration.";
  return fail(diagnostic("configShape", message, hint, (await configLocation(world))("shared")));
}
