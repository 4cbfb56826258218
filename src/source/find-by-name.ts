import { join } from "node:path";
import type { World } from "../model/world.ts";

/** Maximum number of folders and files searched: larger trees hold more than one text. */
const maxEntries = 4000;

/**
 * Finds a file by name in a folder and below, as note-taking tools name images and notes without their folder. Returns
 * `undefined` where several files have the name. Skips folders that programs manage.
 */
export async function findByName(world: World, folder: string, name: string): Promise<string | undefined> {
  const wanted = name.normalize("NFC").toLowerCase();
  const found: string[] = [];
  let left = maxEntries;
  for (const folders = [folder]; folders.length > 0 && left > 0;) {
    const here = folders.shift() ?? folder;
    for (const entry of await world.disk.list(here).catch(() => [])) {
      left -= 1;
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.kind === "folder") folders.push(join(here, entry.name));
      else if (entry.name.normalize("NFC").toLowerCase() === wanted) found.push(join(here, entry.name));
    }
  }
  return found.length === 1 ? found[0] : undefined;
}
