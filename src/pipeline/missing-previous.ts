import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { World } from "../model/world.ts";

/** Reports a path that cannot be read. A folder without the publication is no error: it may be new. */
export async function missingPrevious(world: World, path: string | undefined): Promise<Diagnostic[]> {
  if (path === undefined || (await world.disk.stat(path).catch(() => undefined))) return [];
  const hint = "Name the folder or the manifest.json of the release before this one.";
  return [diagnostic("sourceExists", `There is no release "${path}".`, hint)];
}
