import { deriveWorld } from "../model/derive-world.ts";
import type { Disk, World } from "../model/world.ts";

/** The world with the texts of an editor, saved or not, in the place of those on the disk; by absolute path. */
export function withOpenDocuments(world: World, texts: ReadonlyMap<string, string>): World {
  const bytesOf = (path: string): Uint8Array | undefined => {
    const text = texts.get(path);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  };
  const { disk } = world;
  const overlaid: Disk = {
    ...disk,
    read: async (path) => bytesOf(path) ?? disk.read(path),
    async stat(path) {
      const state = await disk.stat(path);
      const bytes = bytesOf(path);
      if (!bytes) return state;
      return { kind: "file", executable: false, modified: state?.modified ?? new Date(0), size: bytes.length };
    },
  };
  return deriveWorld(world, { disk: overlaid });
}
