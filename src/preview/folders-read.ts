import { dirname, extname } from "node:path";
import type { Disk } from "../model/world.ts";

/** Wraps a disk to record the folders of requested files. */
export function noteFolders(disk: Disk): { readonly disk: Disk; readonly folders: ReadonlySet<string> } {
  const folders = new Set<string>();
  const note = (path: string): void => {
    if (extname(path) !== "") folders.add(dirname(path));
  };
  const noted: Disk = {
    ...disk,
    read(path) {
      note(path);
      return disk.read(path);
    },
    async stat(path) {
      const state = await disk.stat(path);
      if (state?.kind === "file") note(path);
      return state;
    },
  };
  return { disk: noted, folders };
}
