import { dirname, extname } from "node:path";
import type { Disk } from "../model/world.ts";

/** Wraps a disk to report the folder of each requested file, once. */
export function noteFolders(disk: Disk, onFolder: (folder: string) => void): Disk {
  const folders = new Set<string>();
  const note = (path: string): void => {
    const folder = dirname(path);
    if (extname(path) === "" || folders.has(folder)) return;
    folders.add(folder);
    onFolder(folder);
  };
  return {
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
}
