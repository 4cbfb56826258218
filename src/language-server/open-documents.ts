import { basename, dirname, join, relative, sep } from "node:path";
import { deriveWorld } from "../model/derive-world.ts";
import { liesInside } from "../model/shown-path.ts";
import type { Disk, DiskEntry, FileState, World } from "../model/world.ts";

/** Returns a world in which an editor's texts, saved or not, replace those on disk; by absolute path. */
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
      if (bytes)
        return { kind: "file", executable: false, modified: state?.modified ?? new Date(0), size: bytes.length };
      return state ?? folderOf(path, texts);
    },
    async list(folder) {
      const open = entriesIn(folder, texts);
      if (open.length === 0) return disk.list(folder);
      const there = await disk.list(folder).catch((): readonly DiskEntry[] => []);
      const added = open.filter(({ name }) => there.every((entry) => entry.name !== name));
      return [...there, ...added].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
    // An unsaved file is not a link: the links of its folder count.
    async realPath(path) {
      if ((await disk.stat(path)) || !(texts.has(path) || folderOf(path, texts))) return disk.realPath(path);
      return join(await overlaid.realPath(dirname(path)), basename(path));
    },
  };
  return deriveWorld(world, { disk: overlaid });
}

/** Returns the state of a folder that only exists through unsaved texts. */
function folderOf(path: string, texts: ReadonlyMap<string, string>): FileState | undefined {
  return entriesIn(path, texts).length > 0
    ? { kind: "folder", executable: false, modified: new Date(0), size: 0 }
    : undefined;
}

/** Returns the entries of a folder from open texts: files, and folders that contain them. */
function entriesIn(folder: string, texts: ReadonlyMap<string, string>): DiskEntry[] {
  const kinds = new Map<string, DiskEntry["kind"]>();
  for (const path of texts.keys()) {
    if (path === folder || !liesInside(folder, path)) continue;
    const [name = "", ...rest] = relative(folder, path).split(sep);
    kinds.set(name, rest.length > 0 ? "folder" : "file");
  }
  return Array.from(kinds, ([name, kind]) => ({ name, kind }));
}
