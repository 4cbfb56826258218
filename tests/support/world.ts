import { join } from "node:path";
import type { World } from "../../src/model/world.ts";
import { realWorld } from "../../src/world/node.ts";
import { memoryDisk, memoryFolder } from "./memory-disk.ts";
import { sharedBrowsers } from "./shared-browser.ts";
import type { Files } from "./temporary.ts";

// Made once: it listens to the terminal and to signals.
const real = realWorld();
const browsers = sharedBrowsers(real.browsers);

/** In the place of a folder of caches stands a file: no test finds what another one has kept. */
const cacheFolder = join(real.host.toolFolder, "package.json");

/** This machine, with another working folder and no environment variables: what is tested is the same everywhere. */
export function worldIn(workingFolder: string, changes: Partial<World> = {}): World {
  return { ...real, browsers, host: { ...real.host, workingFolder, cacheFolder, variables: {} }, ...changes };
}

/** The same on a day of its own, for texts without one: nobody then asks git for their last commit. */
export function datedWorldIn(workingFolder: string): World {
  const world = worldIn(workingFolder);
  return { ...world, host: { ...world.host, variables: { SOURCE_DATE_EPOCH: "1767225600" } } };
}

/** The same with a disk in memory, which holds these files in the working folder. */
export function worldOf(files: Files, changes: Partial<World> = {}): World {
  return worldIn(memoryFolder, { disk: memoryDisk(files, real.disk), ...changes });
}
