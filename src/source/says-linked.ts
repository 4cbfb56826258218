import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { liesInside, shownPath } from "../model/shown-path.ts";
import type { World } from "../model/world.ts";

/**
 * Reports links: a file named by the user is trusted, but a link in someone else's folder can point to the user's own
 * files.
 */
export async function saysLinked(world: World, path: string, folder: string): Promise<Diagnostic[]> {
  const { workingFolder } = world.host;
  const real = await world.disk.realPath(path);
  if (liesInside(folder, real)) return [];
  const message = `This is a symbolic link to "${shownPath(real, workingFolder)}", outside its folder.`;
  const hint = "It is followed, since it was named; pictures are looked for beside the link.";
  return [diagnostic("sourceLinked", message, hint, { file: shownPath(path, workingFolder) })];
}
