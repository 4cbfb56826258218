import type { World } from "../../src/model/world.ts";
import { realWorld } from "../../src/world/node.ts";

// Made once: it listens to the terminal and to signals.
const real = realWorld();

/** This machine, with another working folder and no environment variables: what is tested is the same everywhere. */
export function worldIn(workingFolder: string, changes: Partial<World> = {}): World {
  return { ...real, host: { ...real.host, workingFolder, variables: {} }, ...changes };
}
