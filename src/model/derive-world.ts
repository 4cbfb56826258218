import type { World } from "./world.ts";

/**
 * A world with some other parts. What it has in common with the first is read when it is asked for: `interrupted` acts when it
 * is read, so that a copy of all parts would keep Ctrl-C from ending the program.
 */
export function deriveWorld(world: World, parts: Partial<World>): World {
  return Object.create(world, Object.getOwnPropertyDescriptors(parts)) as World;
}
