import { join } from "node:path";
import type { World } from "../model/world.ts";

/** Returns Offprint's own version. */
export async function toolVersion({ disk, host }: Pick<World, "disk" | "host">): Promise<string> {
  const text = new TextDecoder().decode(await disk.read(join(host.toolFolder, "package.json")));
  return (JSON.parse(text) as { version: string }).version;
}
