import type { Disk } from "../../model/world.ts";
import { findInPath, isProgram } from "./paths.ts";
import { systemPlaces } from "./system-places.ts";
import { absent, found, type Look, type Search } from "./way.ts";

/** A browser that the user, or the system's package manager, has installed. */
export const installedOnSystem: Look = {
  kind: "look",
  name: "a browser installed on this system",
  async look(search) {
    const paths = await installedBrowsers(search);
    return paths.length > 0
      ? found(...paths.map((path) => ({ path })))
      : absent("Neither a headless shell nor Chrome, Chromium or Edge is installed.");
  },
};

async function installedBrowsers({ disk, host }: Search): Promise<readonly string[]> {
  const system = systemPlaces[host.platform];
  if (!system) return [];
  const inPath = await Promise.all(system.names.map((name) => findInPath(disk, host, name)));
  const inPlaces = await Promise.all(
    system.places(host).map(async (place) => ((await isProgram(disk, place)) ? place : undefined)),
  );
  return withoutDoubles(
    disk,
    [...inPath, ...inPlaces].filter((path) => path !== undefined),
  );
}

/** One browser is often there under several names that lead to the same file. */
async function withoutDoubles(disk: Disk, paths: readonly string[]): Promise<readonly string[]> {
  const byTarget = new Map<string, string>();
  for (const path of paths) {
    const target = await disk.realPath(path).catch(() => path);
    if (!byTarget.has(target)) byTarget.set(target, path);
  }
  return [...byTarget.values()];
}
