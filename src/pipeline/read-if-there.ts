import type { World } from "../model/world.ts";

/** Returns the text of a file, or `undefined` where there is none. */
export async function readIfThere(world: World, path: string): Promise<string | undefined> {
  const state = await world.disk.stat(path).catch(() => undefined);
  return state?.kind === "file" ? new TextDecoder().decode(await world.disk.read(path)) : undefined;
}
