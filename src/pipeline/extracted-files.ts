import { deriveWorld } from "../model/derive-world.ts";
import type { World } from "../model/world.ts";

/** Returns a world whose disk also holds in-memory files: the images extracted from an imported document. */
export function withExtracted(world: World, files: ReadonlyMap<string, Uint8Array> | undefined): World {
  if (!files || files.size === 0) return world;
  const { disk } = world;
  return deriveWorld(world, {
    disk: {
      ...disk,
      read: (path) => inMemory(files.get(path)) ?? disk.read(path),
      realPath: (path) => (files.has(path) ? Promise.resolve(path) : disk.realPath(path)),
      stat: (path) => {
        const size = files.get(path)?.length;
        if (size === undefined) return disk.stat(path);
        return Promise.resolve({ kind: "file", size, modified: world.clock.now(), executable: false });
      },
    },
  });
}

function inMemory(bytes: Uint8Array | undefined): Promise<Uint8Array> | undefined {
  return bytes && Promise.resolve(bytes);
}
