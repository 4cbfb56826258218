import { readdirSync, watch } from "node:fs";
import { join } from "node:path";

/** Milliseconds without a change, after which what has changed is told. An editor writes a file in several steps. */
const quiet = 80;

/** Watches with what the system offers. */
export const watcher = {
  watch(folders: readonly string[], onChange: (paths: readonly string[]) => void): { close(): void } {
    const changed = new Set<string>();
    const open = new Map<string, { close(): void }>();
    let timer: NodeJS.Timeout | undefined;
    const close = (): void => {
      clearTimeout(timer);
      for (const watching of open.values()) watching.close();
    };
    const tell = (): void => {
      const paths = [...changed].toSorted();
      changed.clear();
      onChange(paths);
    };
    const notice = (path: string): void => {
      changed.add(path);
      clearTimeout(timer);
      timer = setTimeout(tell, quiet);
    };
    /**
     * Each folder has a watch of its own: on Linux, Node's `recursive` watches file by file and loses one for good
     * when an editor puts a new file in its place.
     */
    const follow = (folder: string): void => {
      // On some systems a folder that is not there is watched in silence.
      const entries = readdirSync(folder, { withFileTypes: true });
      open.get(folder)?.close();
      const watching = watch(folder);
      open.set(folder, watching);
      // A system that has lost count names no file; a folder that goes away is an error here. Both are changes.
      watching.on("change", (event, name) => {
        const path = name === null ? folder : join(folder, name.toString());
        if (event === "rename") followNew(path);
        notice(path);
      });
      watching.on("error", () => notice(folder));
      for (const entry of entries) if (entry.isDirectory()) follow(join(folder, entry.name));
    };
    /** What has come may be a folder; if it is a file, or has gone again, there is nothing to follow. */
    const followNew = (path: string): void => {
      try {
        follow(path);
      } catch {
        open.get(path)?.close();
        open.delete(path);
      }
    };
    try {
      for (const folder of folders) follow(folder);
    } catch (error) {
      close();
      throw error;
    }
    return { close };
  },
};
