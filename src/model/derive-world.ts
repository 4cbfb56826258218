import type { World } from "./world.ts";

/**
 * Returns a world with some parts replaced. The other parts stay getters: reading `interrupted` installs a signal
 * handler, so copying every part would keep Ctrl-C from ending the program.
 */
export function deriveWorld(world: World, parts: Partial<World>): World {
  return Object.create(world, Object.getOwnPropertyDescriptors(parts)) as World;
}
